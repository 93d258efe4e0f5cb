"""A year that begins with last year's targets takes few keys beyond the digits themselves."""

from pathlib import Path

from tests.bench.office import make_office
from tests.bench.typist import ACTIVITIES, LAST, NEW_YEAR, OUTCOMES, PERILAKU, type_office

PEOPLE = 2
MOST = 60


async def test_an_appraisal_takes_at_most_sixty_keys_beyond_its_digits(tmp_path: Path) -> None:
    typist = await type_office(make_office(tmp_path, PEOPLE, ACTIVITIES, LAST), PEOPLE)
    cells = len(OUTCOMES) * ACTIVITIES + len(PERILAKU)
    assert len(typist.cells) == cells * PEOPLE
    assert (typist.keys - len(NEW_YEAR) - 1) / PEOPLE <= MOST
