"""The machine: files that ship with the program, folders, drives, time, ids."""
