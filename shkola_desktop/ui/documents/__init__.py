"""Documents made: preview, print, save."""
