"""What an OpenAPI document means: its parts, references, schemas and instances; knows no stage and no file."""
