def entities(text, reference):
    return []
