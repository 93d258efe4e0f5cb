"""The way from other screens to the import."""

from skp_tui.ui.screens.frame import Frame


class ImportWays(Frame):
    """Open the import with the year and unit that are shown."""

    def import_unit(self) -> str | None:
        """Return the unit that stands in where a file names none."""
        return self.skp.home.kode

    def action_import_files(self) -> None:
        """Choose files to import, once all that was typed is stored."""
        self.leave(self.open_import)

    def open_import(self) -> None:
        """Choose files to import."""
        from skp_tui.ui.screens.import_files import ImportScreen  # noqa: PLC0415 - when asked for

        self.app.push_screen(ImportScreen(self.skp.home.tahun, self.import_unit()))
