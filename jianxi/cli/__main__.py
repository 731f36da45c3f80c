"""The command line as a module: `python -m jianxi.cli`."""

from jianxi.cli import main

main()
