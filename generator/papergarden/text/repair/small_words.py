"""Small words and word parts: what may stand next to a seam, and what real words are made of."""


def words(text: str) -> frozenset[str]:
    """The words of a table."""
    return frozenset(text.split())


CLEAR_HEADS = words("the that this these those which such with from of and using between their")
"""Words that no word begins with, if what follows is itself a word of some length."""

HEADS = CLEAR_HEADS | words(
    "into our than both have also via while where when whose to each has been being were was"
)
"""Small words that hardly an English word begins with, if what follows is itself a word."""

STRONG_HEADS = words(
    """
    the that which these those this our and such their than from with using between among while where when
    because via various different existing novel although whether have are
    """
)
"""Words that no name of a system begins with."""

CLEAR_TAILS = words("that which with for the of using into via between than")
"""Words that no word ends with, if what comes before is itself a word of some length."""

TAILS = CLEAR_TAILS | words(
    "can are from and to have has also their these those this our were is in on nor not was they it"
)
"""Small words that hardly an English word ends with, if what comes before is itself a word."""

FUNCTION = words(
    """
    would could should may must more some how what who but if so yet still very only often even then than
    when where while because both such does do they
    """
)
"""Other words of grammar, which hardly make words either."""

WEAK_TAILS = words("in on is as a an at or it be by")
"""Small words that words end with."""

STRONG_TAILS = words(
    "that which can are with from for and the have has than into using via also between their"
)
"""Those of them that no name ends with."""

SMALL = HEADS | TAILS | words("a an as at by be it we or its")
"""Every small word that may stand next to another."""

BUILDING = words("in on over under up out off by down back all any some every non")
"""Small words that words begin with (``inpaint``, ``onboard``, ``byproduct``)."""

AFTER_IN = words(
    """
    the this these those that which our their each both all several various many different particular
    addition contrast general recent practice terms most some such
    """
)
"""What follows "in" or "on" where no word begins so; otherwise both make words (``inpaint``, ``onboard``)."""

AFTER_THE = words("few use set new two key top way end one art")
"""What is short and follows "the"; other short words may belong to another (``themin`` is "them in")."""

STARTERS = words("the this these our while although when because since however given despite unlike we")
"""Small words that a sentence begins with, and no name."""

HYPHENATED = words("valued theoretic")
"""What stands behind a hyphen, so that it was one that got lost."""

TELLING = words(
    """
    introduce introduces introduced presents presented propose proposes proposed called named termed
    dubbed denoted develops developed releases evaluates introducing presenting proposing present uses
    utilizes utilises outperforms employs achieves requires combines improves leverages extends applies
    enables allows exploits adopts provides yields shows demonstrates surpasses incorporates
    """
)
"""Words after which something gets its name; no name of a system begins with them in small letters."""

TELLING_IF_DAMAGED = words(
    """
    call calls build builds develop release evaluate use used train trained training scale scaling
    make makes making vary varying power powers save saves tackle address addresses enable combine extend
    apply employ leverage combining leveraging only achieve denote
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
    acausal acellular acentric agrammatical ahistorical amodal andgate andnode andnodes andor apolitical
    ascore aspatial aspherical atemporal atheoretic eachother howto inbetween ingroup inorder inplace
    wechat weibo
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
