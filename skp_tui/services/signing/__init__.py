"""An appraisal as it is agreed, sent, objected to, locked and reopened."""
