"""Small words and word parts: what may stand next to a seam, and what real words are made of."""


def words(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


HEADS = words(
    """
    the that this these those which with from into between using and our their than each both have has
    been being were was whose such also of to via
    """
)
"""Small words that hardly an English word begins with, if what follows is itself a word."""

STRONG_HEADS = words("the that which these those our their and than such")
"""Small words that no name of a system begins with."""

TAILS = words(
    """
    that which can are is with from for and the to in on of have has than into using via nor not was
    were also between their these this those
    """
)
"""Small words that hardly an English word ends with, if what comes before is itself a word."""

STRONG_TAILS = words(
    "that which can are with from for and the have has than into using via also between their"
)
"""Those of them that no English word ends with."""

SMALL = HEADS | TAILS | words("a an as at by be it we or its our")
"""Every small word that may stand next to another."""

TELLING = words(
    """
    introduce introduces introduced presents presented propose proposes proposed called named termed
    dubbed denoted develops developed releases evaluates introducing presenting proposing present
    """
)
"""Words after which something gets its name; no name of a system begins with them in small letters."""

TELLING_IF_DAMAGED = words(
    """
    call calls build builds develop release evaluate use uses used train trained training scale scaling
    make makes making vary varying yield yields power powers save saves tackle address addresses enable
    enables combine extend extends apply employ employs leverage leverages combining leveraging only
    achieve achieves denote
    """
)

PREFIXES = words(
    """
    counter over under super hyper meta multi micro macro inter intra trans auto semi anti sub pre post
    non un re co de bi tri uni bio neuro geo photo audio video tele cross self cyber electro thermo
    hydro kilo mega giga tera nano poly pseudo quasi proto retro ultra extra infra out up down off on in
    by fore back after mid mis dis high low full half single double key side head hand eye work data
    text image graph time real life home water sun hard soft open deep stereo news sports sales trades
    business power master speed school spring string ring ever every some any table cable family city
    station finger flower river paper silver screen script center centre corner quarter hammer letter
    water meeting living rolling linked shutter electrode period elastic
    """
)
"""What compounds begin with."""

SUFFIXES = words(
    """
    wise like less based free ness ship hood able ability abilities ward wards work works ware man men
    woman women scape proof craft fold time times line lines point points word words board boards book
    books way ways set sets base bases ing ation ations ative form forms er ers or ors net nets bench
    former formers map maps name names type types size sizes side sides scale flow flows mark marks
    light lights graph graphs tube phone field fields frame frames space spaces path paths most one ones
    thing body where ever self selves how bed beds step steps plane planes ally mentally house houses
    head heads stone stones land ball person people maker makers making writer writers writing place
    places piece pieces sphere spheres stream streams case cases stance ions ages table tables tone
    tones card cards cast paper papers plate plates ground grounds room rooms stick sticks weight
    weights
    """
)
"""What compounds end with."""

COMPARATIVES = words(
    "faster higher larger smaller longer shorter deeper wider fewer stronger cheaper slower richer"
)

WHOLE = words(
    """
    abetting aboard abounded abounding abounds abreast abridge abridged abroad acellular afield afloat
    afresh aground albumin alight amass amassed amasses amines amount amounted amounting amounts anionic
    apolar asleep assaying assorted astride asunder avascular aversion aversions awaiting awhile awaits
    bathe billionaire breathe builtin bypass bypassed bypasses byproduct byproducts cannot canon checkin
    clothe constable dropin elsewhere errand everywhere formalin forthwith hadron herein hereof herewith
    inaction indifferences inhabits injunctions inpatients insofar into invoices inwards islands
    isentropic login logon lowercase maybe meanwhile nearby notion notwithstanding nowhere onto ourself
    ourselves plugin somewhere standin surgeon tensions themselves thereabouts thereafter therebetween
    thereby therefor therefore therefrom therein thereof thereon thereto thereupon therewith thistle
    throughout tonight towards trivia uppercase upon whatnot whereabouts whereas whereat whereby
    wherefrom wherein whereof whereon whereto whereupon wherever wherewith whichever withdraw withdrawal
    withdrawing withdrawn withdraws withheld withhold withholding withholds within without withstand
    withstanding withstands withstood worthwhile zeroshot
    """
)
"""Words that are whole although they look like two, beside those that the list of common words has."""
