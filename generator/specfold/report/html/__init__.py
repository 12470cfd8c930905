"""Results written out as one self-contained HTML page. Knows the results and their order; finds and weighs nothing."""
