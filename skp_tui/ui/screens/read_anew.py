"""Screens whose list may have changed while another one was open over them."""

from skp_tui.ui.screens.frame import Frame


class ReadAnew(Frame):
    """Read anew whenever the screen is seen again; keys typed ahead wait for that."""

    def on_screen_suspend(self) -> None:
        """Hold keys until the list is read anew."""
        self.hold("read")

    def on_screen_resume(self) -> None:
        """Read anew."""
        self.reload()
