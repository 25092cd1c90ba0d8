"""YAML files -> validated records -> catalogue. The only home of Pydantic and PyYAML."""
