"""Files in and out: readers, the plan of an import, writers; knows no storage and no screen."""
