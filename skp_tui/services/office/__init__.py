"""Years, settings, people, their appraisers and their moves."""
