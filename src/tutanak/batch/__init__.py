"""Archives: a stretch of an input in, a shard out; on the processes of one machine, or on a cluster behind the same seam.

What a shard holds follows from the content of its stretch, the version of the reader and the settings, and from nothing else:
so a run that was cut is repeated, and gives the same bytes.
"""
