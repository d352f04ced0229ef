"""`python -m anjian.cli`, where the program itself is not on the path."""

from .app import main

main()
