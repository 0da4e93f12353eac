"""The response curves on the screen; like `parts.chart.picture`, this module imports matplotlib."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from ksdesk.charts.drawing import Drawing
from ksdesk.charts.picture import Builder
from ksdesk.charts.response import ResponsePlot
from ksdesk.ui.parts.chart.picture import ChartPicture


class ResponseCanvas(ChartPicture):
    """As high as the rows of its panels need at its width."""

    def set_chart(self, build: Builder) -> Drawing:
        """Show other curves."""
        plot = super().set_chart(build)
        self._fit()
        return plot

    def _fit(self) -> None:
        if isinstance(self.plot, ResponsePlot):
            self.setMinimumHeight(round(self.plot.height_for(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
