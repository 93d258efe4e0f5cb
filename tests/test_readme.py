"""The README tells the keys as the program has them."""

from tests.readme import README, with_keys


def test_the_readme_has_the_table_of_keys_of_the_registry() -> None:
    text = README.read_text(encoding="utf-8")
    assert with_keys(text) == text, "run python -m tests.readme"
