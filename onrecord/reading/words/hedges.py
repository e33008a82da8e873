"""Words that make a claim less certain, as regular expressions: hand-made, read against PolNeAR's training part."""

HEDGES = (
    r"reportedly|allegedly|apparently|seemingly|purportedly|purported|supposedly|ostensibly|presumably|conceivably",
    r"possibly|potentially|perhaps|maybe|probably|likely|unlikely|arguably|plausibly|tentatively",
    # The month of May has its capital.
    r"might|could(?! not\b|n[’']t\b)|(?-i:may)(?= [a-z])",
    r"alleged(?= [a-z])|suspected(?= [a-z])|rumou?red|so-called",
    r"(?:seem|seems|seemed|seeming)(?= (?:to|that|as|like|likely|[a-z“\"]))",
    r"(?:appear|appears|appeared|appearing)(?= (?:to|that|as if|as though|likely|unlikely|more|less)\b)",
    r"suggest(?:s|ed|ing)?|speculat(?:e|es|ed|ing)|hint(?:s|ed|ing)?|impl(?:y|ies|ied|ying)",
    r"(?:i|we) (?:(?:just|do|still|also|actually|would|personally) )?(?:think|believe|guess|suppose|suspect|assume)",
    (
        r"(?:is|are|was|were|been|being) (?:(?:widely|largely|generally|now|long) )?"
        r"(?:believed|thought|understood|said|rumou?red|presumed|assumed|suspected|reported)(?= (?:to|that)\b)"
    ),
    r"(?:it )?(?:is|was|remains|remained) (?:unclear|unknown|uncertain|not (?:clear|known|certain))",
    r"unclear|uncertain|not (?:certain|sure|clear)|tend(?:s|ed)? to|no indication|indications? that",
    r"in (?:my|our|his|her|their) (?:view|opinion)|as far as (?:i|we) know|to my knowledge|if (?:true|confirmed)",
    r"(?:assum(?:e|es|ed)|suspects?)(?= (?:that|the|he|she|it|they|those)\b)",
)
