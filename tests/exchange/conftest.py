"""A slow or busy machine must not fail a property: no deadline."""

from hypothesis import HealthCheck, settings

settings.register_profile("exchange", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("exchange")
