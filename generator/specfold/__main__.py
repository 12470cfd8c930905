"""`python -m specfold` and the `specfold` script."""

from specfold.cli.app import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
