"""What OnRecord costs, in time, memory and mistakes, measured beside its peers."""
