"""The record as a web app: pages that are only ever made of what is in the file, served to this machine alone."""
