"""Finding passages: by meaning (dense), by words (lexical), and by both (fused)."""
