"""`python -m microjob_cli`."""

from microjob_cli.app import main

if __name__ == "__main__":
    raise SystemExit(main())
