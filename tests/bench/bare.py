"""A bare Textual program with a DataTable of fifty people, to hold the measured one against."""

import sqlite3
import sys

from textual.app import App, ComposeResult
from textual.widgets import DataTable, Static

COLUMNS = ("No", "Nama", "Gol", "SKP", "Perilaku", "Nilai", "Sebutan", "Kurang")


class Bare(App[None]):
    """Show a line and a table, filled from the same database by one query."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.path = path

    def compose(self) -> ComposeResult:
        """Yield the two widgets."""
        yield Static("SKP pembanding", markup=False)
        yield DataTable[str]()

    def on_mount(self) -> None:
        """Fill the table."""
        table = self.query_one(DataTable)
        table.add_columns(*COLUMNS)
        connection = sqlite3.connect(self.path)
        rows = connection.execute("SELECT nama, golongan FROM pegawai ORDER BY nama").fetchall()
        connection.close()
        for number, (nama, golongan) in enumerate(rows, 1):
            table.add_row(str(number), nama, golongan, "86,00", "90,00", "87,60", "Baik", "")


if __name__ == "__main__":
    Bare(sys.argv[1]).run()
