"""Matplotlib's backend where there is no screen: a figure that is shown becomes a file in the folder out/."""

import atexit
import os
from pathlib import Path

from matplotlib._pylab_helpers import Gcf
from matplotlib.backend_bases import FigureManagerBase
from matplotlib.backends.backend_agg import FigureCanvasAgg

_folder = Path("/work/out")
_process = os.getpid()


class FigureManager(FigureManagerBase):
    is_kept = False
    place = None

    def show(self):
        figure = self.canvas.figure
        if self.is_kept and not figure.stale:
            return
        _folder.mkdir(exist_ok=True)
        self.place = self.place or _free_place()
        figure.savefig(self.place)

    @classmethod
    def pyplot_show(cls, *, block=None):
        """Ends with all windows closed, as it were, unless the program does not wait for that."""
        if block or block is None:
            _show_all()
            Gcf.destroy_all()


class FigureCanvas(FigureCanvasAgg):
    manager_class = FigureManager

    def print_figure(self, filename, *args, **kwargs):
        """A figure that the program keeps in out/ by itself need not be kept a second time."""
        result = super().print_figure(filename, *args, **kwargs)
        if self.manager and isinstance(filename, (str, os.PathLike)):
            if Path(filename).absolute().is_relative_to(_folder):
                self.manager.is_kept = True
                self.figure.stale = False
        return result


def _free_place():
    number = 1
    while (place := _folder / f"figure-{number}.png").exists():
        number += 1
    return place


def _show_all():
    for manager in Gcf.get_all_fig_managers():
        manager.show()


@atexit.register
def _show_what_is_left():
    if os.getpid() == _process:
        _show_all()
