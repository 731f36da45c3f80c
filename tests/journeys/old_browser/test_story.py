"""The whole story in Chromium 69, with scripts on."""

from tests.journeys.old_browser.conftest import Enter
from tests.journeys.test_story import Story


def test_the_story_runs_in_chromium_69(in_chromium_69: Enter) -> None:
    Story(in_chromium_69).run()
