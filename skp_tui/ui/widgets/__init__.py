"""Widgets that know nothing of appraisals and can be used on any screen."""
