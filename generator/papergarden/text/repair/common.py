"""The common words of the field's English, printed by 3 or more of 22945 papers.

Made by ``benchmarks/common_words.py``; single words are facts, and no text of any paper is here.
"""

COMMON = frozenset(
    """
abbreviated abbreviation abdominal abductive aberrant abilities ability ablating ablation ablations ablative
able abnormal abnormalities abnormality abound about above abrupt absence absent absolute absolutely absorb
absorbing absorption abstain abstaining abstention abstract abstracted abstracting abstraction abstractions
abstractive abstractiveness abstractly abstracts abundance abundances abundant abundantly abuse abusive
academia academic academics accelerate accelerated accelerates accelerating acceleration accelerator
accelerators accelerometers accent accents accept acceptability acceptable acceptably acceptance accepted
accepts access accessed accesses accessibility accessible accessing accessories accident accidental accidents
accommodate accommodates accommodating accommodation accompanied accompanies accompany accompanying accomplish
accomplished accomplishes accomplishing accord accordance according accordingly account accountability
accounted accounting accounts accumulate accumulated accumulates accumulating accumulation accumulative
accumulator accuracies accuracy accurate accurately acetylcholine achievability achievable achieve achieved
achievement achievements achieves achieving achromatic acid acids acknowledge acknowledged acknowledging
acoustic acoustical acoustics acquire acquired acquires acquiring acquisition acquisitions across act acted
acting action actionable actionness actions activate activated activates activating activation activations
active actively activities activity actor actors acts actual actually actuated actuation actuator actuators
acuity acute acyclic ad adapt adaptability adaptable adaptation adaptations adapted adapter adapters adapting
adaption adaptive adaptively adaptiveness adaptivity adaptor adapts add added adding addition additional
additionally additions additive address addressed addresses addressing adds adept adeptly adequacy adequate
adequately adhere adhered adherence adheres adhering adjacency adjacent adjective adjectives adjoint adjust
adjustable adjusted adjusting adjustment adjustments adjusts administrative admissibility admissible admission
admit admits admitting admixture adopt adopted adopting adoption adopts ads adult adults advance advanced
advancement advancements advances advancing advantage advantageous advantages advent adversarial adversarially
adversaries adversary adverse adversely advertisement advertisements advertiser advertisers advertising advice
advocate advocated advocates aerial aesthetic aesthetics affairs affect affected affecting affective affects
afferent afferents affiliation affiliations affine affinities affinity affirm affirmative affirmatively afford
affordable affordance affordances afforded affords aforementioned after aftereffects afterwards again against
age aged agency agent agents ages agglomerative agglutinative aggregate aggregated aggregates aggregating
aggregation aggregations aggregator aggressive aggressively agile agility aging agnostic ago agree agreed
agreeing agreement agreements agrees ahead aid aided aiding aids aim aimed aiming aims air airborne aircraft
airflow airline airplane airplanes aka akin al alarm alarms albedo albedos albeit album albums aleatoric alert
algebra algebraic algorithm algorithmic algorithmically algorithms aliasing align aligned aligner aligners
aligning alignment alignments aligns alike all alleviate alleviated alleviates alleviating allocate allocated
allocates allocating allocation allocations allocentric allow allowable allowed allowing allows ally almost
alone along alongside alpha alphabet alphabets alphanumeric already also alter alteration alterations altered
altering alternate alternately alternates alternating alternation alternations alternative alternatively
alternatives alters although altogether always am amateur amazing ambient ambiguities ambiguity ambiguous
ambiguously ambitious ameliorate ameliorates amenable amend amidst amino amodal among amongst amorphous
amortised amortization amortize amortized amortizing amount amounts ample amplification amplified amplifier
amplifies amplify amplifying amplitude amplitudes an analog analogical analogies analogous analogously analogs
analogue analogues analogy analyse analysed analyses analysing analysis analyst analysts analytic analytical
analytically analytics analyze analyzed analyzer analyzers analyzes analyzing anaphora anaphoric anatomical
anatomically anatomy ancestor ancestors ancestral anchor anchored anchoring anchors ancient ancillary and
anecdotal anechoic anesthetized anew anger angle angles angular angularly animal animals animate animated
animation animations anisotropic anisotropy annealed annealing annotate annotated annotates annotating
annotation annotations annotator annotators announced annular anomalies anomalous anomaly anonymity
anonymization anonymized anonymous another answer answerability answerable answered answering answers
antagonistic antecedent anterior anthropomorphic anticipate anticipated anticipating anticipation anticipatory
antonyms anxiety any anymore anyone anything anytime anywhere apart apartment aperiodic aperture apertures app
apparent apparently appeal appealing appeals appear appearance appearances appeared appearing appears append
appended appending appendix applicability applicable application applications applied applies apply applying
appreciate appreciated apprehend apprenticeship approach approached approaches approaching appropriate
appropriately appropriateness approval approx approximate approximated approximately approximates
approximating approximation approximations approximator approximators arbitrage arbitrarily arbitrary arbor
arc archetypal architectural architecturally architecture architectures archives archiving arcs arduous are
area areas aren arena argmax arguably argue argued argues arguing argument argumentation argumentative
arguments arise arisen arises arising arithmetic arm armed arms around aroused arrange arranged arrangement
arrangements arranging array arrays arrival arrivals arrive arrived arrives arriving art artefacts artery
article articles articulate articulated articulation articulations articulator articulatory artifact artifacts
artifactual artificial artificially artist artistic artists arts artwork artworks as ascending ascent
ascertain ascertaining aside ask asked asking asks aspect aspects assemble assembled assembles assemblies
assembling assembly assertion assertions asserts assess assessed assesses assessing assessment assessments
asset assets assign assigned assigning assignment assignments assigns assimilate assimilating assist
assistance assistant assistants assisted assisting assistive assists associate associated associates
associating association associations associative assortment assume assumed assumes assuming assumption
assumptions assurance assure assured assures assuring astonishing astounding astronomical astronomy asymmetric
asymmetrical asymmetries asymmetry asymptotic asymptotical asymptotically asymptotics asynchronicity
asynchronous asynchronously asynchrony at ative atlas atmosphere atmospheric atom atomic atoms atop attach
attached attaches attaching attachment attack attacked attacker attackers attacking attacks attain attainable
attained attaining attains attempt attempted attempting attempts attend attended attending attends attention
attentional attentions attentive attentively attenuate attenuated attenuates attenuating attenuation attest
attested attitude attitudes attract attracted attracting attraction attractive attractiveness attractor
attractors attracts attributable attribute attributed attributes attributing attribution attributions attuned
atypical auction auctions audience audiences audio audios audiovisual audit audition auditory augment
augmentation augmentations augmented augmenting augments authentic authentication author authored authoring
authors authorship autism auto autoassociative autocorrelation autocorrelations autoencoder autoencoders
autoencoding automata automate automated automates automatic automatically automating automation automaton
automotive autonomous autonomously autonomy autoregressive autoregressively auxiliary avail availability
available avalanche avatar avatars avenue avenues average averaged averages averaging aversion avoid avoidance
avoided avoiding avoids awake aware awareness away awkward axes axial axiom axiomatic axiomatically axioms
axis axon axonal axons azimuth azimuthal baby back backbone backbones backdoor backdrop backed backend
backgammon background backgrounds backprop backpropagate backpropagated backpropagates backpropagating
backpropagation backscatter backtrack backtracking backtranslation backup backups backward backwards bacteria
bad badly bag bagging bags balance balanced balances balancing ball ballistic balls bananas band bandit
bandits bandlimited bandpass bands bandwidth bandwidths bank banks bar bare barely barn barrier barriers bars
barycenter barycenters barycentric basal base based baseline baselines bases basic basically basin basing
basins basis basket basketball batch batched batches batching batchnorm bathing battery battle be beam
beamforming beams bear bearing bears beat beating beats beautiful beauty became because become becomes
becoming bed bedroom bedrooms bee been before beforehand began begin beginning begins begs begun behalf behave
behaved behaves behaving behavior behavioral behaviorally behaviors behaviour behavioural behaviours behind
being beings belief beliefs believe believed bells belong belonging belongs below benchmark benchmarked
benchmarking benchmarks bending beneficial benefit benefited benefiting benefits benefitting benign besides
bespoke best bet beta better betting between beyond bi biaffine bias biased biases biasing bicluster
biclustering biclusters biconvex bicriteria bicubic bicycle bid bidder bidders bidding bidirectional bids
bifurcation bifurcations big bigger biggest bigram bigrams bijection bijective bike bilateral bilaterally
bilevel bilinear bilingual billing billion billions bills bimanual bimodal bin binarization binarize binarized
binarizing binary bind binding bindings binds binning binocular binomial bins bioacoustic biochemical
biodiversity bioinformatics biological biologically biology biomarkers biomechanics biomedical biomedicine
biometric biometrics biophysical biophysically biophysics bipartite bipartition biped bipedal bipolar bird
birds birth birthday bisection bistable bit bite bitext bitexts bitrates bits bitwidth bitwise bivariate black
blank blanket blanks blend blended blending blends blessing blind blindly blob blobs block blocked blocking
blockmodel blockmodels blocks blockwise blog blood blowup blue blur blurred blurriness blurring blurry blurs
board boards boat bodies body boil boiled boils bolster bond bones bonus bonuses book booking books boolean
boost boosted booster boosting boosts bootstrap bootstrapped bootstrapping bootstraps border borders born
borne borrow borrowed borrowing borrows bot both bots bottle bottleneck bottlenecked bottlenecks bottom
bouncing bound boundaries boundary bounded boundedness bounding bounds bowl box boxes brain brains brainstem
branch branched branches branching brand breadth break breakdown breaking breaks breakthrough breakthroughs
breast bridge bridged bridges bridging brief briefly bright brighter brightness bring bringing brings brittle
brittleness broad broadband broadcast broadcasts broaden broadening broadens broader broadly broken brought
browse browser browsing brush brute bubble bubbles bucket buckets budget budgeted budgets buffer buffet bug
bugs build builder building buildings builds built bulb bulk bump bumps bunch bundle bundles burden burdened
burdens burdensome buried burst bursts bursty bus business businesses but buy buyer buyers by bypass bypasses
bypassing byproduct bytes cabinet cable cables cache cached caching cake calcium calculate calculated
calculates calculating calculation calculations calculus calibrate calibrated calibrates calibrating
calibration calibrator call called calling calls came camera cameras campaign campaigns can canals cancel
canceled cancellation cancer cancers candidate candidates cannot canonical cant cantly cap capabilities
capability capable capacities capacitive capacitors capacity capital capitalize capitalizes capitalizing
capped caps capsule capsules caption captioned captioning captions capture captured captures capturing car
carbon card cardiac cardinal cardinalities cardinality cards care careful carefully caricature carried carrier
carriers carries carry carrying cars cartesian cartoon cartpole carve cascade cascaded cascades cascading case
cases cast casting casts casual casually cat catalog catalyst catalyze catastrophe catastrophes catastrophic
catastrophically catch categorical categories categorisation categorization categorize categorized categorizes
categorizing category cater caters cation cats causal causality causally causation cause caused causes causing
caution cautious caveat caveats cavity ceiling celebrated cell cells cellular censored censoring center
centered centering centerline centers central centralised centrality centralized centrally centre centred
centres centric centroid centroidal centroids century cerebellar cerebellum cerebral certain certainly
certainty certifiable certifiably certificate certificates certification certified certify certifying cf chain
chaining chains chair chairs challenge challenged challenges challenging chamber chance chances change changed
changepoint changepoints changes changing channel channels chaos chaotic char character characterise
characterised characterising characteristic characteristics characterization characterizations characterize
characterized characterizes characterizing characters charge charged charges charging chart charting charts
chat chatbot chatbots chats chatting cheap cheaper cheaply cheating check checked checker checkers checking
checklist checkpoint checkpoints checks chemical chemistry chess chest chief child childhood children chip
chips chitchat choice choices cholinergic choose chooses choosing chorale chorales chordal chords chosen
chromatic chromaticity chromatin chrominance chromosome chronic chronological chunk chunking chunks churn ci
cient ciently cipher ciphers ciphertext circle circles circuit circuitry circuits circulant circular
circumstance circumstances circumvent circumvented circumventing circumvents citation citations cite cited
cities citizen city civil claim claimed claiming claims clamping clarification clarifications clarifies
clarify clarifying clarity class classes classi classic classical classically classification classifications
classified classifier classifiers classifies classiflcation classify classifying classrooms clause clauses
clean cleaned cleaner cleaning cleanly cleans clear clearer clearest clearly clever cleverly click clicked
clicks client clients climate climatology climb climbing clinical clinically clinician clinicians clip clipped
clipping clips clique cliques clock clocked clocking clone cloning close closed closely closeness closer
closes closest closing closure closures cloth clothed clothes clothing cloths cloud clouds cloze clue clues
cluster clustered clustering clusterings clusters clutter cluttered clutters cm coactive coalescent coarse
coarsely coarsened coarsening coarser cochlea cochlear cocktail code codebase codebases codebook codebooks
codec codecs coded codes codeword codewords coding coe coefficient coefficients coffee cognition cognitive
cognitively cognizant coherence coherency coherent coherently cohesion cohesive cohort cohorts coil coin
coincide coincidence coincident coincides coined cold collaborate collaborating collaboration collaborations
collaborative collaboratively collapse collapsed collapses collapsing collar colleagues collect collected
collecting collection collections collective collectively collects college colliculus collide collision
collisions colloquial colony color colored coloring colorization colors colossal colour coloured column
columns com combat combating combination combinational combinations combinatorial combinatorially
combinatorics combine combined combines combining come comes comfort comfortable comfortably coming command
commands commensurate comment commentary comments commerce commercial commercially commit commitment commits
committed committee committees committing commodity common commonalities commonality commonly commonness
commonplace commonsense communicate communicated communicates communicating communication communications
communicative communities community commutative commute compact compactly compactness companies companion
company comparability comparable comparably comparative comparatively comparator compare compared compares
comparing comparison comparisons compartment compartmental compatibilities compatibility compatible compelling
compensate compensated compensates compensating compensation compensatory compete competence competent
competes competing competition competitions competitive competitively competitiveness competitor competitors
compilation compile compiled compiler compilers compiles compiling complaint complaints complement
complementarity complementary complemented complementing complements complete completed completely
completeness completes completing completion completions complex complexes complexities complexity compliance
compliant complicate complicated complicates complicating complication complications complies complimentary
comply complying component components componentwise composable compose composed composers composes composing
composite composites compositing composition compositional compositionality compositionally compositions
compound compounded compounding compounds comprehend comprehending comprehensible comprehension comprehensive
comprehensively comprehensiveness compress compressed compresses compressibility compressible compressing
compression compressions compressive comprise comprised comprises comprising compromise compromised
compromises compromising computability computable computation computational computationally computations
compute computed computer computerized computers computes computing con concatenate concatenated concatenates
concatenating concatenation concave concavities concavity concealed concealing conceived concentrate
concentrated concentrates concentrating concentration concentrations concentric concept conception concepts
conceptual conceptualize conceptualizing conceptually concern concerned concerning concerns concert concerted
concise concisely conclude concluded concludes concluding conclusion conclusions conclusively concrete
concretely concurrence concurrency concurrent concurrently condensed condition conditional conditionally
conditionals conditioned conditioning conditions conducive conduct conductance conductances conducted
conducting conduction conducts cone cones conference conferences confers confidence confidences confident
confidential confidentiality confidently configurable configuration configurations configured configuring
confine confined confines confirm confirmation confirmed confirming confirms conflict conflicting conflicts
conform conformal conforming conforms confound confounded confounder confounders confounding confront
confronted confronting confronts confusable confuse confused confuses confusing confusion confusions
congealing congested congestion conic conics conjecture conjectured conjectures conjugacy conjugate
conjunction conjunctions conjunctive connect connected connecting connection connectionist connections
connectivities connectivity connectome connectomics connectors connects connotation conquer cons conscious
consecutive consecutively consensus consequence consequences consequent consequential consequently
conservation conservative conservatively conserved consider considerable considerably consideration
considerations considered considering considers consist consisted consistencies consistency consistent
consistently consisting consists consolidate consolidated consolidates consolidating consolidation consonant
consonants conspicuity constancy constant constantly constants constellation constellations constituency
constituent constituents constitute constituted constitutes constituting constitution constrain constrained
constraining constrains constraint constraints constrast construct constructed constructing construction
constructions constructive constructively constructs consult consultation consultations consume consumed
consumer consumers consumes consuming consumption contact contacts contagion contain contained container
containers containing containment contains contaminate contaminated contaminating contamination
contemporaneous contemporary contend content contentious contents context contexts contextual contextualised
contextualization contextualize contextualized contextually contiguity contiguous continents contingencies
contingency contingent continual continually continuation continue continued continues continuing continuity
continuous continuously continuum contour contoured contours contract contracting contraction contractions
contractive contracts contradict contradicting contradiction contradictions contradictory contradicts
contralateral contrary contrast contrasted contrasting contrastive contrastively contrasts contribute
contributed contributes contributing contribution contributions contributors control controllability
controllable controlled controller controllers controlling controls controversial controversy convenience
convenient conveniently conventional conventionally conventions converge converged convergence convergent
converges converging conversation conversational conversations converse conversely conversing conversion
conversions convert converted converter converters converting converts convex convexified convexity convey
conveyed conveying conveys convincing convincingly convnet convnets convolution convolutional convolutions
convolved convolving cookies cooking cooling cooperate cooperating cooperation cooperative cooperatively
coordinate coordinated coordinates coordinating coordination coordinator cope copes copied copies coping
copious coplanar copula copulas copy copying cord core coreference cores coreset coresets corner corners
cornerstone corollaries corollary coronary corpora corporate corpus correct corrected correcting correction
corrections corrective correctly correctness corrector corrects correlate correlated correlates correlating
correlation correlational correlations correspond correspondence correspondences corresponding correspondingly
corresponds corroborate corroborated corroborates corroborating corrupt corrupted corrupting corruption
corruptions corrupts cortex cortical cortices cosegmentation cosine cosmological cosmology cost costly costs
could count countable countably counted counter counteract counteracts counterexample counterexamples
counterfactual counterfactually counterfactuals countering counterintuitive countermeasure counterpart
counterparts counterproductive counterspeech counting countries country counts couple coupled couples coupling
couplings course courses court cousin covariance covariances covariant covariate covariates covary cover
coverage covered covering covers cracking craft crafted crafting crafts crawl crawled crawling create created
creates creating creation creative creativity creators creatures credibility credible credit credited crime
criminal crisis crisp criteria criterion criterions critic critical criticality critically criticism
criticized critics critique crop cropped cropping crops cross crosses crossing crossings crossover crowd
crowded crowding crowds crowdsource crowdsourced crowdsourcing crowdworkers crucial crucially crude crumpled
cryptographic cube cubes cubic cubically cuboid cuboids cue cues culminating culprit cult cultural culturally
culture cultures cumbersome cumulant cumulative cup cups curate curated curating curation curb curiosity
curious curl currency current currently currents curricula curriculum curse cursive cursor curvature
curvatures curve curved curves curvilinear custom customer customers customizable customization customize
customized customizing cut cutoff cuts cutting cybersecurity cycle cycles cyclic cyclical cycling cyclist
cylinder cylinders cylindrical cytometry daily damage damaged damages damped damping dance dancing danger
dangerous dangling dark dat data database databases dataflow datapoint datapoints dataset datasets datastore
date dating datum daunting day days daytime de deactivation deadline deal dealing deals dealt deanonymization
dearth death debate debated debates debias debiased debiasing deblur deblurred deblurring debug debugging
decade decades decay decaying decays deceive deceiving decent decentralised decentralized deception deceptive
deceptively decide decided decides deciding decipher decipherment decision decisions decisive declarative
declared decline declines decode decoded decoder decoders decodes decoding decomposability decomposable
decompose decomposed decomposes decomposing decomposition decompositions decompression decontextualized
deconvolution deconvolutional deconvolve decorrelate decorrelated decorrelating decorrelation decouple
decoupled decouples decoupling decrease decreased decreases decreasing decremental dedicated deduce deduced
deducing deduction deductive deem deemed deep deepen deepening deeper deepest deeply default defeat defeats
defect defective defects defence defend defended defender defending defends defense defenses defensive defer
deficiencies deficiency deficient deficit deficits define defined defines defining definite definiteness
definition definitional definitions definitive defocus deform deformability deformable deformation
deformations deformed deforming deforms defy degeneracies degeneracy degenerate degenerated degenerates
degenerating degeneration degradation degradations degrade degraded degrades degrading degree degrees dehazing
delay delayed delaying delays delete deleted deletes deleting deletion deletions deliberate deliberately
delicate delineate delineation deliver delivered delivering delivers delivery delta delve delves demand
demanded demanding demands dementia demixing demo democratic democratize demodulation demographic demographics
demonstrably demonstrate demonstrated demonstrates demonstrating demonstration demonstrations demonstrator
demonstrators demos dendrite dendrites dendritic denoise denoised denoiser denoisers denoising denotation
denote denoted denotes denoting dense densely denser densification densities density depart departing departs
departure departures depend depended dependence dependences dependencies dependency dependent depending
depends depict depicted depicting depiction depicts deploy deployable deployed deploying deployment
deployments deploys depolarization deposited depression depth depthmap depths depthwise deraining
dereverberation derivable derivation derivational derivations derivative derivatives derive derived derives
deriving dermatologists descendants descends descent describable describe described describes describing
description descriptions descriptive descriptiveness descriptor descriptors deserves desiderata design
designated designed designer designers designing designs desirability desirable desire desired desires desktop
despite destabilizing destination destinations destined destroy destroyed destroys destructive detail detailed
detailing details detangle detect detectability detectable detected detecting detection detections detector
detectors detects deteriorate deteriorates deteriorating deterioration determinant determinantal determinants
determination determine determined determines determining determinism deterministic deterministically
detoxification detrimental develop developed developer developers developing development developmental
developments develops deviate deviated deviates deviating deviation deviations device devices devise devised
devising devoted dexterity dexterous di diabetic diachronic diagnose diagnosed diagnoses diagnosing diagnosis
diagnostic diagnostics diagonal diagonalization diagonally diagram diagrams dialect dialects dialog dialogs
dialogue dialogues diameter diameters diarization dichotomies dichotomous dichotomy dictate dictated dictates
dictionaries dictionary did die diffeomorphic diffeomorphism diffeomorphisms differ difference differences
differencing different differentiability differentiable differential differentially differentiate
differentiated differentiates differentiating differentiation differently differing differs difficult
difficulties difficulty diffraction diffuse diffused diffuser diffusing diffusion diffusions diffusive
difierent digit digital digitally digitization digitized digits dilated dilation dilemma dilemmas diluted
dimension dimensional dimensionalities dimensionality dimensions diminish diminished diminishes diminishing
dipole dipoles direct directed directing direction directional directionality directionally directions
directly dirty dis disabilities disability disabled disables disadvantage disadvantaged disadvantages
disaggregation disagree disagreeing disagreement disagreements disambiguate disambiguated disambiguates
disambiguating disambiguation disappear discard discarded discarding discards discern discernible discerning
discharge discipline disciplined disciplines disclose disclosed disclosure disclosures disconnect disconnected
discontinuities discontinuity discontinuous discount discounted discounting discounts discourage discourages
discouraging discourse discourses discover discovered discoveries discovering discovers discovery
discrepancies discrepancy discrepant discrete discretely discretisation discretization discretizations
discretize discretized discretizes discretizing discriminability discriminant discriminants discriminate
discriminated discriminates discriminating discrimination discriminative discriminatively discriminativeness
discriminator discriminators discriminatory discuss discussed discusses discussing discussion discussions
disease diseases disentangle disentangled disentanglement disentangles disentangling disfluencies disfluency
disfluent disguise dish disinformation disjoint disjunctions disjunctive disk dismissed disocclusions disorder
disordered disorders disparate disparities disparity dispensing dispersed dispersion displaced displacement
displacements display displayed displaying displays disposal disproportionately disregard disregarded
disregarding disrupt disrupting disruption dissimilar dissimilarities dissimilarity dissipation dissipative
dist distal distance distances distant distantly distil distill distillation distilled distilling distills
distinct distinction distinctions distinctive distinctively distinctiveness distinctly distinguish
distinguishability distinguishable distinguished distinguishes distinguishing distort distorted distorting
distortion distortions distorts distracted distracting distraction distractor distractors distress distribute
distributed distributedly distributes distributing distribution distributional distributionally distributions
distributive disturbance disturbances disturbing diverge divergence divergences divergent diverges diverging
diverse diversely diversification diversified diversifies diversify diversities diversity divide divided
divides dividing division divisions divisive do doctor document documentary documentation documented
documenting documents does doesn dog dogs doing domain domains domestic dominance dominant dominate dominated
dominates dominating don done donors doomed door doors dopamine dorsal dot dots double doubled doubles
doubling doubly doubt doubts dough down download downloaded downsample downsampled downsampling downscaling
downside downsides downstream downward dozen dozens draft drag dramatic dramatically drastic drastically draw
drawback drawbacks drawer drawers drawing drawings drawn draws dressing drift drifted drifting drifts drivable
drive driven driver drivers drives driving drone drones drop dropout dropped dropping drops drug drugs drum
dry dual duality dubbed due dueling dull dummy duplicate duplication duration durations during dyadic dyads
dynamic dynamical dynamically dynamics each ear earlier earliest early earn earning earnings earth earthquake
earthquakes ease eases easier easily easiness easing easy eat eating eccentricity echo echoes ecological
ecology econometric econometrics economic economical economics economy ecosystem ecosystems ects ed edge edges
edit editable edited editing editor editors edits edu educated educating education educational educators ef
effect effective effectively effectiveness effector effects efficacies efficacy efficiencies efficiency
efficient efficiently effort effortless effortlessly efforts eg ego egocentric egomotion eigen eigenbasis
eigendecomposition eigenfaces eigenfunctions eigengap eigenproblem eigenspace eigenspaces eigenspectrum
eigenvalue eigenvalues eigenvector eigenvectors eight either elaborate elaborated elaborately elapsed elastic
elasticity eld elds election elections electric electrical electricity electrocardiogram electrode electrodes
electroencephalogram electroencephalographic electroencephalography electromagnetic electron electronic
electronics electrophysiological electrophysiology electrosensory electrotonic elegance elegant elegantly
element elemental elementary elements elementwise elephant elevate elevated elevates elevation eleven elicit
elicitation elicited eliciting elicits eligibility eligible eliminate eliminated eliminates eliminating
elimination ellipse ellipses ellipsis ellipsoid ellipsoidal ellipsoids elliptical elliptically elongated else
elsewhere elucidate elucidates elucidating eluded eluder eludes elusive em email emails embarrassingly embed
embedded embedding embeddings embeds embodied embodiment embodiments embody embrace embraces embracing emerge
emerged emergence emergency emergent emerges emerging emission emissions emit emitted emitting emotion
emotional emotions empathetic empathy emphasis emphasised emphasize emphasized emphasizes emphasizing
empirical empirically employ employed employing employment employs empower empowered empowering empowers empty
emulate emulates emulating emulation en enable enabled enablers enables enabling enacted encapsulate
encapsulated encapsulates encapsulating encapsulation enclosed encloses enclosing encodable encode encoded
encoder encoders encodes encoding encodings encompass encompasses encompassing encounter encountered
encountering encounters encourage encouraged encourages encouraging encouragingly encrypted encrypting
encryption end endangered endeavor endeavors endeavour endemic ending endless endogenous endoscopic endow
endowed endowing endows endpoint endpoints ends enduring energetic energies energy enforce enforced
enforcement enforces enforcing engage engaged engagement engages engaging engagingness engine engineer
engineered engineering engineers engines enhance enhanced enhancement enhancements enhances enhancing enjoy
enjoyed enjoying enjoys enlarge enlarged enlarges enlarging enormous enormously enough enrich enriched
enriches enriching enrichment ensemble ensembles ensembling ensuing ensure ensured ensures ensuring entail
entailed entailment entails entangled entanglement enter entered entering enterprise enterprises enters
entertainment entertains entire entirely entirety entities entitled entity entrance entries entropic entropies
entropy entry entrywise enumerate enumerating enumeration envelope envelopes environment environmental
environments envision epidemic epidemiological epidemiology epilepsy epileptic epipolar episode episodes
episodic epistemic epitome epitomes epitomic epoch epochs eps epsilon equal equality equalization equalize
equalized equally equals equation equations equilibria equilibrium equip equipment equipped equipping equips
equirectangular equitable equity equivalence equivalences equivalent equivalently equivalents equivariance
equivariant er era erase erasing erasure erent ergodic ergodicity erratic erroneous erroneously error errors
errs ers es escape escapes escaping eschews especially essay essays essence essential essentially establish
established establishes establishing establishment estimate estimated estimates estimating estimation
estimations estimator estimators et etc ethical ethics ethnicity euclidean evade evaluate evaluated evaluates
evaluating evaluation evaluations evaluative evaluator evaluators evasion even evenly event events eventual
eventually ever every everyday everyone everything everywhere evidence evidenced evidences evident
evidentiality evoke evoked evolution evolutionary evolutions evolve evolved evolves evolving ex exacerbate
exacerbated exacerbates exacerbating exact exactly exactness exam examination examinations examine examined
examines examining example examples exams excavation exceed exceeded exceeding exceedingly exceeds excel
excelled excellent excels except exception exceptional exceptionally exceptions excess excessive excessively
exchange exchangeability exchangeable exchanged exchanges exchanging excitability excitation excitatory excite
excited exciting exclude excluded excludes excluding exclusion exclusive exclusively exclusivity executable
execute executed executes executing execution executions executor exemplar exemplars exemplary exemplified
exemplifies exemplify exercise exerted exerts exhaustive exhaustively exhibit exhibited exhibiting exhibits
exist existed existence existent existing exists exit exiting exits exogenous exoskeleton expand expandable
expanded expander expanding expands expansion expansions expansive expect expectation expectations expected
expedite expenditure expense expenses expensive experience experienced experiences experiencing experiment
experimental experimentalists experimentally experimentation experimented experimenter experimenting
experiments expert expertise experts explain explainability explainable explained explaining explains
explanation explanations explanatory explicit explicitly exploding exploit exploitation exploited exploiting
exploits exploration explorations exploratory explore explored explores exploring explosion explosive exponent
exponential exponentially exponentials exponentiated exponents expose exposed exposes exposing exposition
exposure express expressed expresses expressibility expressible expressing expression expressions expressive
expressiveness expressivity exquisite extant extend extendable extended extending extends extensibility
extensible extension extensions extensive extensively extent extents exterior external externally extra
extracellular extracellularly extract extractable extracted extracting extraction extractions extractive
extractor extractors extracts extraneous extraordinary extrapolate extrapolates extrapolating extrapolation
extrapolations extrastriate extrema extremal extreme extremely extremes extrinsic extrinsically extrinsics eye
eyes fabric fabricated fabrication fabrics facade facades face faced faces facet facets facial facilitate
facilitated facilitates facilitating facilitation facilities facility facing fact facto factoid factor
factored factorial factories factoring factorisation factorised factorization factorizations factorize
factorized factorizes factorizing factors facts factual factuality factually fading fail failed failing fails
failure failures fair fairly fairness faithful faithfully faithfulness fake fall fallacies fallacy fallback
falling falls false falsely falter familiar familiarity families family famous fan fantastic fantasy far
faraway fare fares farther farthest fascinating fashion fast faster fastest fat fatigue fault faults faulty
favor favorable favorably favored favoring favorite favors favour favourable favourably favoured fear
feasibility feasible feasibly featural feature featured features featuring fed federated feed feedback
feedbacks feedforward feeding feeds feel feeling feelings feels feet female females fern ferromagnetic fetch
fetches few fewer fewest fiber fibers fibre fictional fictitious fidelity fiducial field fields fifteen fifth
fifty fight figurative figure figures file files fill filled filling fills film filmed filter filtered
filtering filters final finally finance financial find finder finding findings finds fine finely finer finest
finetune finetuned finetunes finetuning finger fingerprint fingerprinting fingerprints fingers fingertips
finish finished finite finitely fire fires firing firm firmer first firstly fish fisheye fit fitness fits
fitted fitting five fix fixate fixation fixational fixations fixed fixes fixing flag flankers flash flat
flatness flatten flattened flattening flatter flavor flavors flaw flawed flawless flaws fleet fleets
flexibilities flexibility flexible flexibly flicker flickering flies flight flights flip flipped flipping flnd
float floating floor flops flourishing flow flower flowers flowing flows fluctuate fluctuating fluctuation
fluctuations fluency fluent fluid fluorescence fluorescent flurry flux fly flying focal focus focused focuses
focusing focussed focusses fog foggy fold folded folding folds foliage folklore follow followed follower
followers following follows font fonts food foods fool fooled fooling fools foot footage football foothold
footing footprint for foraging forbidden forbids force forced forceful forces forcing forecast forecaster
forecasting forecasts foreground foregrounds foreign forensic forensics foresee foresight forest forests
forever forged forgery forget forgets forgetting forging forgotten form formal formalise formalism formalisms
formality formalization formalize formalized formalizes formalizing formally formant format formation
formations formative formats formatting formed former formidable forming forms formula formulae formulas
formulate formulated formulates formulating formulation formulations forth forthcoming forum forums forward
forwarding forwards foster fostering fosters found foundation foundational foundations founded four fourteen
fourth fovea foveated foveation fps fractal fraction fractional fragile fragility fragment fragmentation
fragmented fragments frame framed framerate frames framewise framework frameworks framing fraud fraught free
freedom freely freeze freezes freezing frequencies frequency frequent frequentist frequently fresh friction
friendly friends friendship friendships from front frontal frontalization frontier frontiers fronts frozen
frugal fruit fruitful fruits frustration frustum fueled fulfill fulfilled fulfilling fulfills full fully
function functional functionalities functionality functionally functionals functioning functions fund
fundamental fundamentally fundamentals funnel furniture further furthermore fuse fused fuses fusing fusion
fusional future futures fuzzy gain gained gaining gains gait gaits galaxies galaxy gallery game gameplay games
gaming gamma gamut ganglia ganglion gap gaps garment garments garnered gas gate gated gates gather gathered
gathering gathers gating gauge gauging gaussian gave gay gaze geared gender gendered genders gene general
generalisability generalisable generalisation generalise generalised generalises generalising generalist
generality generalizability generalizable generalization generalizations generalize generalized generalizes
generalizing generally generate generated generates generating generation generations generative generatively
generator generators generic generically genericity genes genetic genetically genetics geniculate genome
genomes genomic genomics genotype genotypes genre genres genuine genuinely geodesic geodesically geodesics
geographic geographical geographically geolocalization geolocation geometric geometrical geometrically
geometries geometry georeferenced geospatial geotagged gesture gestures get gets getting ghost ghosting giant
gigantic gist github give given gives giving glance glass glasses gleaned glimpse glimpses global
globalization globally globe glomeruli gloss glosses glue glyph go goal goals goes going gold golden gone good
goodness goods gossip govern governed governing government governs grab graceful gracefully grade graded
gradient gradients grading gradual gradually grained grammar grammars grammatical grammaticality grammatically
grand grant granted grants granular granularities granularity graph graphical graphically graphics graphon
graphs grasp grasped grasping grasps grass grating gratings gravitational gravity gray grayscale great greater
greatest greatly greedily greedy green greyscale grid grids gridworld gridworlds gripper grippers groceries
gross grossly ground groundbreaking grounded grounding groundings grounds groundtruth groundwork group grouped
grouping groupings groups groupwise grow growing grown grows growth guarantee guaranteed guaranteeing
guarantees guard guarding guardrails guards guess guesses guessing guidance guide guided guideline guidelines
guides guiding gyroscopes habits hacking had hair half halfspace halfspaces hallmark hallmarks hallucinate
hallucinated hallucinating hallucination hallucinations halting halves halving hammer hamming hamper hampered
hampering hampers hand handcrafted handcrafting handful handheld handle handled handles handling handover
hands handwriting handwritten hanging happen happened happening happens happy haptic harassment hard harder
hardest hardly hardness hardware harm harmful harming harmless harmlessness harmonic harmonize harmonizing
harmony harms harness harnessed harnesses harnessing harsh harvest has hash hashed hashes hashing hashtag
hashtags hat hate hateful have having hazard hazardous hazards haze hazy he head headed headers heading
headline headlines heads headset health healthcare healthy hear hearing heart heat heating heatmap heatmaps
heavier heaviest heavily heavy hedge hedging height heightened heights held helicopter help helped helpful
helpfulness helping helps hemisphere hence her herding here hereafter herein heretofore heritage heterogeneity
heterogeneous heterogenous heteroscedastic heuristic heuristically heuristics hexagonal hi hidden hide hides
hiding hierarchal hierarchical hierarchically hierarchies hierarchy high higher highest highlight highlighted
highlighting highlights highly highway hill him hinder hindered hindering hinders hindsight hinge hinges hint
hints hippocampal hippocampus hiring his histogram histograms histology histopathological histopathology
historic historical historically histories history hit hitherto hits hitting hm hoc hockey hold holders
holding holdout holds hole holes holistic holistically home homeostasis homeostatic homes homogeneity
homogeneous homogeneously homogenous homographies homography homology homomorphic homophily homoscedastic
homotopy honest hood hop hope hopefully hopes hoping hopping hops horizon horizons horizontal horizontally
horse horses hospital hospitals host hosting hot hotspot hour hourglass hours house household houses housing
how however https hubness huge hugely hull hulls human humanities humanoid humanoids humans humor humorous
hundred hundreds hunger hungry hunting hurdle hurdles hurt hurting hurts hybrid hybrids hydrogen hyper
hyperacuity hyperbolic hypercolumn hypercube hyperedge hyperedges hypergeometric hypergraph hypergraphs
hyperlinks hypernetwork hypernetworks hypernym hypernyms hypernymy hyperparameter hyperparameters hyperplane
hyperplanes hyperprior hyperspectral hypersphere hyperspheres hyperspherical hypotheses hypothesis hypothesize
hypothesized hypothesizing hypothetical ical iconic idea ideal idealized ideally ideals ideas ideation
identical identically identifiability identifiable identification identified identifier identifiers identifies
identify identifying identities identity ideological ideologies ideology idiomatic idioms idiosyncrasies
idiosyncratic idle ie ies if iff ignorance ignore ignored ignores ignoring ii iid iii ill illegal illuminance
illuminant illuminants illuminate illuminating illumination illuminations illusion illusions illusory
illustrate illustrated illustrates illustrating illustration illustrations illustrative image imaged imagery
images imaginary imagination imagine imagined imagines imaging imagining imbalance imbalanced imbalances imbue
imitate imitates imitating imitation imitative imitator immature immediate immediately immense immensely
immerse immersive imminent immune immunity impact impacted impactful impacting impacts impair impaired
impairment impairments impairs impedance impede impeded impedes impediment impeding imperative imperceptible
imperceptibly imperfect imperfections imperfectly implanted implanting implants implausible implement
implementable implementation implementations implemented implementing implements implication implications
implicit implicitly implied implies imply implying import importance importances important importantly impose
imposed imposes imposing imposition impossibility impossible impractical impractically imprecise imprecision
impression impressions impressive impressively improper improperly improve improved improvement improvements
improves improving impulse impurity imputation imputations impute imputed imputing in inability
inaccessibility inaccessible inaccuracies inaccuracy inaccurate inactive inadequacy inadequate inadequately
inadvertent inadvertently inapplicable inappropriate inapproximability inapproximable incapable incentive
incentives incentivize inception incidence incident incidental incidentally include included includes
including inclusion inclusive inclusivity incoherence incoherent income incoming incomparable incompatibility
incompatible incomplete incompletely incompleteness inconclusive incongruent inconsistencies inconsistency
inconsistent inconsistently inconspicuous incorporate incorporated incorporates incorporating incorporation
incorrect incorrectly increase increased increases increasing increasingly incredible incremental
incrementally increments incur incurred incurring incurs indeed indefinite indefinitely independence
independences independencies independent independently indeterminacy index indexed indexes indexing indicate
indicated indicates indicating indication indications indicative indicator indicators indices indigenous
indirect indirectly indiscriminate indiscriminately indispensable indistinguishable individual individuality
individualized individually individuals indoor indoors induce induced induces inducing induction inductive
inductively industrial industries industry ineffective inefficiencies inefficiency inefficient inequalities
inequality inertia inertial inevitable inevitably inexact inexpensive inexpensively inexperienced infamous
infancy infant infants infeasibility infeasible infection infections infer inferable inference inferences
inferencing inferential inferior inferred inferring infers infilling infinite infinitely infinitesimal
infinity inflated inflected inflection inflections inflexibility inflexible influence influenced influences
influencing influential influx infomax infonnation inform informal informatics information informational
informations informative informativeness informed informing informs infrared infrastructure infrastructures
infrequent infrequently infuse infusing ing ingests ingredient ingredients inherent inherently inherit
inheritance inherited inheriting inherits inhibit inhibited inhibiting inhibition inhibitory inhibits
inhomogeneous initial initialisation initialised initialization initializations initialize initialized
initializes initializing initially initiate initiated initiates initiation initiative inject injected
injecting injection injections injects injuries injury ink inlier inliers innate inner innovation innovations
innovative innovatively inpaint inpainted inpainting input inputs inquiries inquiry inscrutable insect insects
insensitive insensitivity insert inserted inserting insertion insertions inserts inside insight insightful
insights insignificant insofar inspect inspected inspecting inspection inspections inspiration inspire
inspired inspires inspiring instabilities instability installation installed instance instances instant
instantaneous instantiate instantiated instantiating instantiation instantiations instantly instants instead
institutions instruct instructed instruction instructional instructions instructor instructs instrument
instrumental instrumentation instruments insufficiency insufficient insufficiently insurance insure intact
integer integers integrability integrable integral integrality integrals integrand integrands integrate
integrated integrates integrating integration integrative integrator integrators integrity intellectual
intelligence intelligent intelligently intelligibility intelligible intend intended intends intense
intensifies intensities intensity intensive intensively intent intention intentional intentionally intentions
intents inter interact interacted interacting interaction interactional interactions interactive interactively
interactivity interacts interchange interchangeable interclass interconnect interconnected interconnecting
interconnection interconnections interconnects interdependence interdependencies interdependency
interdependent interdisciplinary interest interested interesting interestingly interestingness interests
interface interfaced interfaces interfacing interfere interference interfering interferometry interim interior
interiors interleave interleaved interleaves interleaving interlocutor interlocutors intermediary intermediate
intermittent internal internalize internally internals international internet interneuron interneurons
interplay interpolate interpolated interpolates interpolating interpolation interpolations interpolators
interpret interpretability interpretable interpretation interpretations interpreted interpreter interpreters
interpreting interpretive interprets interrelated interruptions intersect intersecting intersection
intersectional intersections interspersed interspike intertwined interval intervals intervene intervened
intervening intervention interventional interventions interview interviews interwoven intimate intimately into
intra intracellular intraclass intracortical intracranial intractability intractable intricate intricately
intriguing intriguingly intrinsic intrinsically intrinsics introduce introduced introduces introducing
introduction introductory introspect introspective intrusion intrusions intuition intuitions intuitive
intuitively invalid invalidate invaluable invariably invariance invariances invariant invariants invent
invented invention inventories inventory inverse inversely inverses inversion inversions invert invertebrate
inverted invertibility invertible inverting invest invested investigate investigated investigates
investigating investigation investigations investing investment investor investors invisibility invisible
invites invoke invoked invokes invoking involve involved involvement involves involving io ion ionic ions iris
irrationality irreducible irregular irregularity irregularly irrelevant irrespective irrevocably is isn
isolate isolated isolates isolating isolation isometric isometry isomorphic isomorphism isotonic isotropic
isotropy issue issued issues issuing it item items iterate iterated iterates iterating iteration iterations
iterative iteratively its itself iv ive jailbreak jaw jerky jigsaw jitter jittering job jobs join joined
joining joins joint jointly joints journal journalists journeys judge judged judgement judgements judges
judging judgment judgments judicious judiciously juggling jump jumping jumps junction junctions jurisdictions
just justice justification justifications justified justifies justify justifying kappa keep keeping keeps kept
kernel kernelised kernelized kernels key keyboard keyframe keyframes keyphrase keyphrases keypoint keypoints
keys keystroke keyword keywords kick kicking kind kinds kinematic kinematically kinematics kinesthetic kinetic
kinetics kinodynamic kitchen km knapsack knee knew knife knockoff knot knots know knowing knowledge
knowledgeable known knows kurtosis kurtotic la lab label labeled labeler labelers labeling labelings labelled
labelling labellings labels labor laboratories laboratory laborious labour labs lack lacked lacking lacks lag
lagged lagging lags laid lambda land landmark landmarks landscape landscapes lane lanes language languages
lapses laptop large largely larger largest laser lasers lasso last lasting late lately latencies latency
latent latents later lateral laterally latest latter lattice lattices launch launched law lawful laws lay
layer layered layering layers layerwise layout layouts lays lazy le lead leader leaderboard leaderboards
leading leads leaf leakage leaking leaky leaning leanings leap leapfrog leaping learn learnability learnable
learned learner learners learning learnings learns learnt least leave leaves leaving led left leg legacy legal
legged legislation legislative legislators legitimate legs lemma lend lending lends length lengths lengthy
lens lenses lesion lesions less lesser lesson lessons let lets letter letters letting level levels leverage
leveraged leverages leveraging lexical lexicalized lexically lexicographic lexicon lexicons libraries library
license lidar lie lies lieu life lifelike lifelong lifetime lifetimes lift lifted lifting lifts light lighting
lightings lightly lightness lights lightweight like likelihood likelihoods likely likes limb limbs limit
limitation limitations limited limiting limits line linear linearity linearization linearize linearized
linearizing linearly lined lines lingual linguistic linguistically linguistics linguists link linkage linkages
linked linking links lip lipreading lips liquid liquids list listed listen listener listeners listening lists
listwise literacy literal literally literary literature literatures little live liver lives living lm load
loaded loading loads lobe local localisation localised localising localist localities locality localization
localizations localize localized localizes localizing locally locate located locates locating location
locations loci locked locking locomotion locus log logarithm logarithmic logarithmically logarithms logged
logging logic logical logically logics logistic logistics logit logits logo logos logs long longer longest
longitudinal longstanding look lookahead looked looking looks lookup lookups loop loops loopy loose loosely
looseness looser lose loses losing loss losses lossless losslessly lossy lost lot lots lottery loud low lower
lowered lowering lowers lowest lowpass lter ltering lters luminance lung lying macaque machine machinery
machines macro macroscopic made magnetic magnetoencephalographic magnetoencephalography magnification
magnified magnify magnitude magnitudes main mainly mainstream maintain maintained maintaining maintains
maintenance major majority majorization make maker makers makes makeup making malaria male males malicious
maliciously malware mammalian mammals man manage manageable managed management managers manages managing
mandates mandatory maneuver maneuvers manifest manifestation manifestations manifested manifesting manifests
manifold manifolds manipulate manipulated manipulates manipulating manipulation manipulations manipulator
manipulators manner manners manual manually manuals manufacturing manuscript many map mapped mapping mappings
maps margin marginal marginalization marginalize marginalized marginalizes marginalizing marginally marginals
margins mark marked markedly marker markerless markers market marketing markets marking markings marks
marriage marry martingale martingales mask masked masking masks mass masses massive massively master mastering
mastery match matched matches matching matchings material materials math mathematical mathematically
mathematics matrices matrix matroid matte matter matters matting mature maturity max maxent maxima maximal
maximally maximin maximisation maximise maximises maximising maximization maximize maximized maximizer
maximizes maximizing maximum maxout may maybe maze mazes me meal mean meaning meaningful meaningfully
meaningless meanings means meant meantime meanwhile measurable measure measured measurement measurements
measures measuring meat mechanical mechanics mechanism mechanisms mechanistic media medial median mediate
mediated medical medication medicine medium meet meeting meetings meets megapixel melodies melody member
members membership memberships membrane meme memes memorability memorable memories memorization memorize
memorized memorizing memory memoryless men mental mentally mention mentioned mentions mere merely merge merged
merges merging merit merits mesh meshes message messages messaging messy met meta metabolic metadata metal
metaphor metaphorical metaphors metastable meteorological meter meters method methodological methodologies
methodology methods meticulous meticulously metric metrically metrics mice micro microarray microblogs
microcircuit microcircuits microcontroller microlens micromanagement microphone microphones microsaccades
microscope microscopic microscopy microsecond mid middle might migrate migrating migration mild milder mildly
miles milestone mill million millions millisecond milliseconds mimic mimicking mimics min mind minds mine
mined mines mini miniature minibatch minibatches minibatching minima minimal minimally minimax minimisation
minimise minimises minimising minimization minimize minimized minimizer minimizers minimizes minimizing
minimum mining minmax minor minority minus minuscule minute minutes minutiae minwise mirror mirrored mirroring
mirrors misaligned misalignment misalignments misbehave miscalibration misclassification misclassifications
misclassified misclassify misconceptions misinformation misinterpreted mislabeled mislabeling mislead
misleading misleads misled mismatch mismatched mismatches mismatching mispredictions miss missed misses
missing missingness misspecification misspecified misspelled mistake mistaken mistakenly mistakes mitigate
mitigated mitigates mitigating mitigation mix mixability mixed mixer mixes mixing mixture mixtures mixup mm
mobile mobility mocap modal modalities modality mode model modeled modeling modelled modelling models moderate
moderated moderately moderation moderator moderators modern modes modest modestly modifiable modification
modifications modified modifier modifiers modifies modify modifying modular modularity modularized modulate
modulated modulates modulating modulation modulations modulatory module modules modulo modulus molecular
molecule molecules moment moments momentum monaural monetary money monitor monitored monitoring monitors
monkey monkeys monochromatic monocular monolingual monolithic monomial monotone monotonic monotonically
monotonicity month months mood moral morality more moreover morph morphable morpheme morphemes morphing
morphism morphological morphologically morphologies morphology morphometry morphosyntactic mortality mosaics
most mostly motif motifs motion motions motivate motivated motivates motivating motivation motivational
motivations motives motor mount mountain mounted mounting mouse mouth movable move moved movement movements
mover moves movie movies moving ms msec mu much mug multi multiagent multicamera multicategory multichannel
multiclass multicore multicut multidimensional multifaceted multilabel multilayer multilayered multilevel
multilinear multilingual multilingualism multilinguality multilingually multimedia multimodal multimodality
multinomial multiparty multipath multiple multiples multiplexing multiplication multiplications multiplicative
multiplicatively multiplicity multiplied multiplier multipliers multiply multiplying multiprocessor
multiresolution multiscale multisensory multiset multisource multispectral multistability multistage multitask
multitasking multitude multiuser multivariate multiview multiway muscle muscles muscular musculoskeletal music
musical must mutation mutations mutual mutually my myopic myriad mysteries mysterious mystery na naive naively
naked name nameable named namely names naming narration narrations narrative narratives narrow narrower
narrowing narrowly narrows national native natively natural naturalistic naturally naturalness nature navigate
navigates navigating navigation navigational navigator nd near nearby nearer nearest nearly neat neatly
necessarily necessary necessitate necessitated necessitates necessitating necessity neck need needed needing
needle needlessly needs negate negated negating negation negations negative negatively negatives neglect
neglected neglecting neglects negligible negligibly negotiate negotiation neighbor neighborhood neighborhoods
neighboring neighbors neighbour neighbourhood neighbourhoods neighbouring neighbours neither neocortex
neocortical nerve nervous nested nesting net nets network networked networking networks neural neurally
neuroanatomy neurobiological neurobiology neurodegenerative neurodynamics neuroimages neuroimaging
neurological neuromodulation neuromodulatory neuromorphic neuron neuronal neurons neurophysiological
neurophysiologically neurophysiology neuropsychological neuroscience neuroscientific neuroscientists
neurotransmitter neutral neutralize never nevertheless new newer newly news newspaper newswire next nice
nicely niche night nighttime nine nite nk no nodal node nodes noise noised noiseless noises noisier noisily
noising noisy nominal non nonadaptive nonasymptotic nonce nonclassical noncommutative nonconvex nonconvexity
nondecreasing none nonequilibrium nonetheless noninvasive nonlinear nonlinearities nonlinearity nonlinearly
nonlocal nonmyopic nonnegative nonnegativity nonnegligible nonoverlapping nonparametric nonparametrically
nonparametrics nonparanormal nonrigid nonsmooth nonstandard nonstationarity nonstationary nonsymmetric
nontrivial nonuniform nonvacuous nonzero nonzeros nor norm normal normalisation normalised normalising
normality normalization normalize normalized normalizer normalizes normalizing normally normals normative
norms nose not notable notably notation note noted notes noteworthy nothing notice noticeable noticeably
noticed noting notion notions notorious notoriously noun nouns novel novelly novels novelties novelty novice
novo now nowadays nuance nuanced nuances nuclear nuclei nucleotide nucleus nuisance nuisances null number
numbers numeracy numerals numeric numerical numerically numerous nutshell obey obeying obeys obfuscate
obfuscating obfuscation object objective objectively objectives objectness objects oblique oblivious obscure
obscured obscuring observability observable observables observation observational observations observe
observed observer observers observes observing obsolete obstacle obstacles obstructed obtain obtainable
obtained obtaining obtains obviate obviates obviating obvious obviously occasional occasionally occlude
occluded occluder occluders occluding occlusion occlusions occupancy occupation occupied occupies occupy occur
occurred occurrence occurrences occurring occurs octree ocular oculomotor odd odds odometry odor odors of off
offensive offensiveness offer offered offering offers office offices official offline offloading offset
offsets often oftentimes oil old older olfactory omission omit omitted omitting omnidirectional omnipresent
omniscient on onboard once one onerous ones ongoing online only onset onto ontological ontologies ontology
opacities opacity opaque open opened opening opens operands operate operated operates operating operation
operational operationalize operationalized operations operator operators opinion opinions opponent opponents
opportunistic opportunities opportunity opposed opposing opposite opt optic optical optically optics optima
optimal optimality optimally optimisation optimise optimised optimises optimising optimism optimistic
optimistically optimizable optimization optimizations optimize optimized optimizer optimizers optimizes
optimizing optimum option optional optionally options or oracle oracles orbit order ordered ordering orderings
orderless orderly orders ordinal ordinarily ordinary org organ organic organisation organised organising
organism organisms organization organizational organizations organize organized organizer organizes organizing
organs orient orientation orientations oriented origin original originally originals originate originated
originates originating origins orthant orthogonal orthogonality orthogonally orthographic orthography
orthonormal orthonormality oscillate oscillating oscillation oscillations oscillator oscillators oscillatory
ostensibly ot other others otherwise ought our ours ourselves out outbreak outbreaks outcome outcomes outdated
outdoor outdoors outer outfit outfits outgoing outlier outliers outline outlined outlines outlining outpacing
outperform outperformance outperformed outperforming outperforms output outputs outputted outputting outside
outstanding over overall overarching overcome overcomes overcoming overcomplete overconfidence overconfident
overdetermined overestimate overestimated overestimates overestimation overfit overfits overfitted overfitting
overhead overheads overlaid overlap overlapped overlapping overlaps overlay overlays overloading overlook
overlooked overlooking overlooks overly overparameterization overparameterized override overriding
oversampling oversegmentation overshooting oversight oversimplify overt overview overwhelming overwhelmingly
overwriting owing owl owls own owner owners ownership pace package packaged packages packed packet packets
packing padding page pages paid pain painstaking painstakingly paint painting paintings pair paired pairing
pairings pairs pairwise palm pan panchromatic pandemic panel panoptic panorama panoramas panoramic paper
papers par paradigm paradigmatic paradigms paradox paragraph paragraphs parallax parallel parallelisation
parallelise parallelism parallelizability parallelizable parallelization parallelize parallelized parallelizes
parallelizing parallels paralyzed parameter parameterised parameterization parameterizations parameterize
parameterized parameterizes parameterizing parameters parametric parametrically parametrisation parametrised
parametrization parametrizations parametrize parametrized parametrizing paramount paraphrase paraphrased
paraphrases paraphrasing paraphrastic parasol parent parents parietal parities parity parkour parse parsed
parser parsers parses parsimonious parsimoniously parsimony parsing part partial partially participant
participants participate participated participates participating participation particle particles particular
particularities particularly parties partition partitioned partitioning partitionings partitions partly
partner partners parts party pass passage passages passed passes passing passive passively past patch patches
patching patchy patent path pathological pathologies pathologists pathology paths pathway pathways pathwise
patient patients pattern patterns paucity pave paved paves paving pay paying payload payloads payment payments
payoff payoffs pays peak peaks peculiar peculiarities pedagogical pedagogy pedestrian pedestrians peer peers
pen penalising penalization penalize penalized penalizes penalizing penalties penalty pencil pendulum
penultimate people peptide per perceive perceived perceives perceiving percent percentage percentages
percentile percept perceptible perception perceptions perceptive perceptron perceptrons percepts perceptual
perceptually perfect perfectly perfonn perfonnance perform performance performances performant performed
performer performers performing performs perhaps period periodic periodically periodicity periods peripheral
periphery permanence permanent permanently permeates permissible permit permits permitted permitting
permutation permutations permuted permuting permutohedral perpendicular perplexities perplexity persist
persistence persistency persistent persistently persists person persona personal personality personalization
personalize personalized personalizing personally personas persons perspective perspectives persuade
persuasion persuasive persuasiveness pertain pertaining pertains pertinence pertinent perturb perturbation
perturbations perturbative perturbed perturbing perturbs pervasive pervasiveness pessimism pessimistic
pharmaceutical phase phaseless phases phenomena phenomenological phenomenon phenotype phenotypes phenotypic
philosophical philosophy phone phoneme phonemes phonemic phones phonetic phonetically phonological
phonologically phonology photo photoconsistency photograph photographer photographers photographic photographs
photography photometric photometry photon photons photorealistic photoreceptor photoreceptors photos phrasal
phrase phrased phrases phrasing phylogenetic physical physically physician physicians physics physiological
physiologically physiology piano pick picked picking picks pictorial picture pictured pictures piece pieces
piecewise pilot pinhole pinholes pinpoint pinpointing pinyin pioneer pioneered pioneering pipeline pipelined
pipelines piriform pit pitch pitches pitfall pitfalls pivot pivotal pivoted pivoting pixel pixels pixelwise
pizza place placed placement placements places placing plague plagued plagues plaguing plain plaintext plan
planar planarity plane planes planet planned planner planners planning plans plant planted plants plasma
plastic plasticity plate plateau plateaus plates platform platforms plausibility plausible plausibly play
playback played player players playing playlists playout plays pleasant please pleasing plenoptic plentiful
plenty plethora plot plots plotting plug pluggable plugged plugging plugin plus poetry point pointed pointer
pointers pointing points pointwise poison poisoned poisoning poker polar polarimetric polarities polarity
polarization polarized pole police policies policy politeness political politics pollution poly polygon
polygonal polygons polyhedral polyhedron polyline polylog polylogarithmic polynomial polynomially polynomials
polyphonic polysemous polysemy polysynthetic polytope polytopes pool pooled pooling pools poor poorer poorly
pop popular popularity popularized popularly populate populated populating population populations port
portability portable portal portals ported portfolio portfolios porting portion portions portrait portraits
portray pose posed poselets poses posing posit posited position positional positioned positioning positions
positive positively positives positivity posits possess possesses possessing possibilities possibility
possible possibly post posted posterior posteriori posteriors posters posting postprocessing posts
postsynaptic postulate postulated postulates posture postures potassium potent potential potentially
potentials potentiation pots pouring power powered powerful powering powers pp practical practicality
practically practice practiced practices practitioner practitioners pragmatic pragmatically pragmatics pre
preceded precedent preceding precipitation precise precisely precision precisions preclude precluded precludes
precluding precomputed precomputing precondition preconditioned preconditioner preconditioners preconditioning
preconditions predecessor predecessors predefined predetermined predicament predicate predicates predict
predictability predictable predicted predicting prediction predictions predictive predictiveness predictor
predictors predicts predominant predominantly preexisting prefer preferable preferably preference preferences
preferential preferentially preferred preferring prefers prefix prefixes prefrontal prehensile preimages
preliminarily preliminary premature prematurely premise premises premotor preparation prepare prepared
preparing prepositions preprocess preprocessed preprocessing preprocessor prerequisite prescribe prescribed
prescribes prescription prescriptive preselection presence present presentation presentations presented
presenting presently presents preservation preserve preserved preserves preserving preset prespecified press
pressing pressure pressures presumably presume presumed presupposition presynaptic pretext pretrain pretrained
pretraining pretty prevailing prevalence prevalent prevalently prevent prevented preventing prevention
prevents previous previously prey price prices pricing primal primarily primary primate primates prime priming
primitive primitives principal principally principle principled principles print printed printing prior priori
priorities prioritization prioritize prioritized prioritizes prioritizing priority priors prism privacy
private privately privatization privileged prize proactive proactively probabilistic probabilistically
probabilities probability probable probably probe probed probes probing probit problem problematic problems
procedural procedurally procedure procedures proceed proceeds process processed processes processing processor
processors produce produced producers produces producing product production productive productivity products
professional professionals proficiency proficient profile profiles profiling profit profitable profits
profound prognosis prognostic program programing programmable programmatic programmatically programmed
programmers programming programs progress progressed progresses progressing progression progressive
progressively prohibit prohibiting prohibitive prohibitively prohibits project projected projecting projection
projections projective projector projects proliferate proliferation prolonged prominence prominent prominently
promise promised promises promising promote promoted promotes promoting prompt prompted prompting prompts
prone pronoun pronounced pronouns pronunciation proof proofreading proofs propaganda propagate propagated
propagates propagating propagation propagations propelled propensity proper properly properties property
proportion proportional proportionality proportionally proportions proposal proposals propose proposed
proposes proposing proposition propositional propositions proprietary proprioception proprioceptive pros
prosodic prosody prospect prospective prospects prosperity prostheses prosthesis prosthetic protect protected
protecting protection protein proteins proteomic protocol protocols prototype prototypes prototypical
prototyping provable provably prove proved proven provenance prover proves provide provided provider providers
provides providing proving provision proxies proximal proximities proximity proxy prune pruned prunes pruning
pseudo pseudolikelihood psychiatric psycholinguistic psycholinguistics psychological psychologically
psychologists psychology psychometric psychophysical psychophysically psychophysics public publically
publication publications publicly publish published publishing pull pulled pulling pulls pulse pulsed pulses
punctuation pupil purchase purchases purchasing pure purely purify purity purpose purposeful purposefully
purposes pursue pursued pursues pursuing pursuit push pushed pushes pushing put putative puts putting puzzle
puzzles puzzling pyramid pyramidal pyramids python quadrangle quadrant quadratic quadratically quadrature
quadric quadrilateral quadrotor quadrotors quadruped quadrupedal quadrupeds quadruplet qualified qualitative
qualitatively qualities quality quantifiable quantification quantified quantifiers quantifies quantify
quantifying quantile quantiles quantitative quantitatively quantities quantity quantization quantize quantized
quantizer quantizers quantizes quantizing quantum quarter quartet quartic quasi quaternion quaternions queried
queries query querying quest question questionable questioned questioner questioning questionnaire
questionnaires questions queue queueing queuing quick quicker quickly quiet quite quo quotations quote quoted
quotes quotient race racial racing rack radar radial radially radiance radiation radical radically radio
radiological radiologists radiology radiometric radius rain raindrops rainfall raining rainy raise raised
raises raising ramifications ramp ran random randomised randomization randomized randomizing randomly
randomness range ranges ranging rank ranked ranker rankers ranking rankings ranks rapid rapidly rare rarely
rarer rarity rasa rat rate rated raters rates rather rating ratings ratio rational rationale rationales
rationality rationally ratios rats raw ray rays razor re reach reachability reachable reached reaches reaching
react reaction reactions reactive reactively reactivity read readability readable reader readers readily
reading readings readout reads ready real realised realism realistic realistically reality realizability
realizable realization realizations realize realized realizes realizing really realm reap rearranged
rearrangement rearrangements rearranging reason reasonable reasonably reasoned reasoner reasoners reasoning
reasons reassess rebuilding recalibration recall recalled recalling recast recasting recasts receding receive
received receiver receivers receives receiving recency recent recently receptive receptor receptors recidivism
recipe recipes reciprocal reciprocally reciprocals reciprocity recognise recognised recognising recognition
recognizable recognize recognized recognizer recognizers recognizes recognizing recollect recollection
recombination recombine recombined recommend recommendation recommendations recommended recommender
recommending recommends reconcile reconciles reconfigurable reconfiguration reconsider reconstruct
reconstructed reconstructing reconstruction reconstructions reconstructive reconstructor reconstructs record
recorded recording recordings records recounting recourse recover recoverability recoverable recovered
recovering recovers recovery recreational rectangle rectangles rectangular rectification rectified rectifier
rectifies rectify rectifying recur recurrence recurrent recurrently recurring recursion recursions recursive
recursively recycling red redefine rederive redesign redistributes reduce reduced reduces reducible reducing
reduction reductions redundancies redundancy redundant reenactment reevaluate reexamine refactoring refer
reference referenced references referent referential referents referred referring refers refine refined
refinement refinements refines refining reflect reflectance reflectances reflected reflecting reflection
reflections reflective reflectors reflects reflex reflexive refocusing reformulate reformulated reformulates
reformulating reformulation reformulations refract refraction refractive refractoriness refractory refrain
reframe reframing refresh refuse refute refuted refutes refuting regained regard regarded regarding regardless
regards regenerate regeneration regime regimen regimes region regional regions register registered registering
registers registration registrations regress regressed regresses regressing regression regressions regressive
regressor regressors regret regrets regular regularisation regularised regulariser regularities regularity
regularization regularizations regularize regularized regularizer regularizers regularizes regularizing
regularly regulate regulated regulates regulating regulation regulator regulators regulatory reinflection
reinforce reinforced reinforcement reinforces reinforcing reinterpret reinterpretation reinterpreted reject
rejected rejecting rejection rejects relabeling relate related relatedness relates relating relation
relational relations relationship relationships relative relatively relax relaxation relaxations relaxed
relaxes relaxing relay relayed relaying relearning release released releases releasing relevance relevancy
relevant reliabilities reliability reliable reliably reliance reliant relied relief relies relieve relieves
relieving relighting religion religious relocalisation relocalization rely relying remain remainder remained
remaining remains remapping remark remarkable remarkably remediation remedied remedies remedy remember
remembering reminiscent remodeling remote remotely removal remove removed removes removing render rendered
renderer renderers rendering renderings renders renewal renewed renormalization renowned rental reoccurring
reordering reorganization reorientation repair repairing reparameterization reparameterizations
reparametrization reparametrizations repeat repeatability repeatable repeated repeatedly repeating repeats
repel repertoire repertoires repetition repetitions repetitive repetitively rephrase rephrasing replace
replaced replacement replacements replaces replacing replanning replay replayed replaying replays replica
replicable replicas replicate replicated replicates replicating replication replications replicator replies
reply report reported reporting reports repositories repository represent representable representation
representational representations representative representativeness representatives represented representer
representing represents reproduce reproduced reproduces reproducibility reproducible reproducing reproduction
reprojected reprojection repulsion repulsive repurposed repurposes repurposing reputation request requested
requesting requests require required requirement requirements requires requiring requisite rerank reranker
reranking resample resampled resampling rescales rescaling research researched researcher researchers
researches resemblance resemble resembles resembling reserve reservoir reset resets resetting reshape reshaped
reside resides residing residual residuals residue residues resilience resilient resist resistance resistant
resistive resistors resized resizing resnets resolution resolutions resolve resolved resolves resolving
resonance resonant resort resorted resorting resorts resource resources resp respect respected respecting
respective respectively respects respond responded responding responds response responses responsibilities
responsibility responsible responsive responsiveness rest restart restarting restarts restaurant restaurants
resting restoration restore restored restores restoring restrain restrict restricted restricting restriction
restrictions restrictive restricts rests result resultant resulted resulting results resume resurgence retail
retailers retain retained retaining retains retargeted retargeting retention rethink retina retinal retinas
retinotopic retraction retrain retrained retraining retrieval retrieve retrieved retriever retrievers
retrieves retrieving retrospect retrospective retry return returned returning returns reusable reuse reused
reuses reusing reveal revealed revealing reveals revenue revenues reverberant reversal reverse reversed
reversely reverses reversibility reversible reversing revert review reviewed reviewers reviewing reviews
revise revised revising revision revisions revisit revisited revisiting revisits revitalization revive
revolution revolutionize revolutionized revolutionizing reward rewarded rewarding rewards reweighted
reweighting rewiring rewrite rewrites rewriting rewritten rhetorical rho rhythm rhythmic rhythms rich richer
richly richness rid ride ridge riding rife rig rigged right rigid rigidity rigidly rigorous rigorously ring
ringing rings rise rises rising risk risks risky rival rivaling rivalry rivals river road roadblock roadmap
roads robot robotic roboticists robotics robots robust robustifies robustify robustly robustness rocks rodent
rodents role roles roll rolled rolling rollout rollouts ron room rooms root rooted roots rope ropes rotate
rotated rotating rotation rotational rotationally rotations rough roughly round rounded rounding rounds route
router routes routine routinely routines routing rover rovers row rows rst rudimentary rule ruled rules ruling
rumor rumors run running runs runtime runtimes saccade saccades saccadic sacrifice sacrifices sacrificing
saddle safe safeguard safeguards safely safer safety said sake salamander sales salesman salience saliency
salient same sample sampled sampler samplers samples sampling sand sanity sarcasm satellite satirical
satisfaction satisfactorily satisfactory satisfiability satisfied satisfies satisfy satisfying saturate
saturated saturates saturating saturation save saved saves saving savings saw say saying says scaffold
scalability scalable scalably scalar scalars scale scaled scales scaling scalings scalp scan scanned scanner
scanners scanning scanpath scans scant scarce scarcely scarcity scatter scattered scattering scatters scenario
scenarios scene scenes schedule scheduled schedules scheduling schema schemas schemata schematic scheme
schemes schizophrenia scholarly scholars school schools science sciences scientific scientist scientists
scooping scope scopes score scored scores scoring scratch screen screened screening screens screenshot
scribble scribbles script scripts scrutinizing scrutiny se sea seamless seamlessly search searched searches
searching season seasonal sec second secondary secondly seconds secret section sections sector sectors secure
secures security see seed seeded seeding seeds seeing seek seeking seeks seem seemingly seems seen sees
segment segmental segmentation segmentations segmented segmenter segmenting segments segregate segregated
segregation seismic seizures seldom select selected selecting selection selections selective selectively
selectivity selector selectors selects self selfish sell seller semantic semantically semantics semi
semicircular semidefinite semimetric seminal semiparametric send sender sending sends senior sensation
sensations sense sensed senses sensible sensing sensitive sensitivities sensitivity sensor sensorimotor
sensors sensory sent sentence sentences sentential sentiment sentiments separability separable separate
separated separately separates separating separation separator separators sepsis sequence sequenced sequences
sequencing sequential sequentially serial serially series serious seriously serve served server servers serves
service services serving servo servoing session sessions set sets setting settings settle settling setup
setups seven several severe severely severity sex sexual shading shadow shadows shake shall shallow shallower
shape shaped shapes shaping share shareable shared shares sharing sharp sharpen sharpening sharper sharply
sharpness shattered she shear shearing shed shedding sheds sheep sheer sheet sheets shelf shelves shift
shifted shifting shifts shirt shoes shopping shops short shortage shortcoming shortcomings shortcut shortcuts
shorten shortens shorter shortest shortly shot shots should show showcase showcased showcases showcasing
showed showing shown shows shrink shrinkage shrinking shrinks shuffle shuffled shuffling shunting shutter
siamese sibling side sides sidestep sidestepped sidestepping sidesteps sidewalks sight sigma sigmoid sigmoidal
sigmoids sign signal signaling signals signature signatures signed signi significance significant
significantly signs silent silhouette silhouettes silicon silver sim similar similarities similarity similarly
simple simpler simplest simplex simplices simplicial simplicity simplification simplifications simplified
simplifies simplify simplifying simplistic simply simulate simulated simulates simulating simulation
simulations simulator simulators simultaneous simultaneously since sine sing singer singing single singleton
singly singular singularities singularity sinusoidal sit site sites sitting situ situated situation
situational situations six sixteen sizable size sizeable sized sizes skeletal skeleton skeletonization
skeletons sketch sketched sketches sketching skew skewed skewering skewness skews ski skill skilled skillfully
skills skimming skin skinning skip skipped skipping skips sky slab slack slang slanted slate sleep sleeping
sleeve slice sliced slices slide slides sliding slight slightly slim slimming slip slippery slope slopes slot
slots slow slowed slower slowing slowly slowness slows small smaller smallest smart smartphone smartphones
smile smoke smooth smoothed smoother smoothers smoothing smoothly smoothness smooths snapshot snapshots
snippet snippets so sober soccer social socially societal societies society sociolinguistic sociology soft
softassign softly softmax software sold sole solely solicit solid solution solutions solvability solvable
solve solved solver solvers solves solving soma somatic somatosensory some somehow someone something sometimes
somewhat sonar song songbird songs soon sooner sophisticated sophistication sort sorted sorting sorts sought
sound soundness sounds soundscapes source sourced sources space spacecraft spaced spaces spacetime spacial
spacing spam span spanned spanning spans spare sparked sparse sparsely sparsemax sparseness sparser sparsest
sparsification sparsified sparsifies sparsify sparsifying sparsistency sparsistent sparsities sparsity spatial
spatially spatiotemporal spatiotemporally spawned speak speaker speakers speaking special specialised
specialist specialization specialize specialized specializes specializing specially specialty species specific
specifically specification specifications specificities specificity specifics specified specifies specify
specifying speckle spectacularly spectra spectral spectrally spectrogram spectrograms spectrometry
spectroscopic spectroscopy spectrum specular specularities speculate speculation speculative sped speech
speeches speed speeded speeding speeds speedup speedups spell spelled speller spelling spend spending spends
spent sphere spheres spherical spike spiked spikes spiking spin spinal spins spiral spirit spite splatting
splice splicing spline splines split splits splitting spoken sponsored spontaneous spontaneously spoof sport
sports spot spots spotted spotting spread spreading spreads spreadsheet spring sprites spur spurious spurred
square squared squares squeeze squeezing st stability stabilization stabilize stabilized stabilizes
stabilizing stable stably stack stacked stacking stacks stage stages stagewise staging staircase stairs
stakeholders stale stamps stance stances stand standalone standard standardization standardize standardized
standards standing standpoint stands star stark stars start started starting starts state stated stateless
statement statements states static statically stating station stationarity stationary stations statistic
statistical statistically statistics status stay staying stays steadily steady stealthier stealthiness
stealthy steep steepest steer steerable steered steering steers steganographic steganography stem stemming
stems step stepping steps stepsize stepwise stereo stereograms stereopsis stereoscopic stereotype stereotypes
stereotypical stereotyping stick stickers sticking stiff stiffness still stimulate stimulated stimulating
stimulation stimuli stimulus stitch stitching stochastic stochastically stochasticity stock stocks
stomatogastric stone stones stop stopped stopping stops storage store stored stores stories storing story
storyline storylines storytelling straggler stragglers straggling straight straightforward straightforwardly
strain strains strand strands strange strata strategic strategically strategies strategy stratification
stratified stratum streak streaks stream streamed streaming streamline streamlined streamlines streamlining
streams street streets strength strengthen strengthened strengthening strengthens strengths stress stressed
stretch stretched stretching striate striatum strict stricter strictly stride strides striding strike strikes
striking strikingly string stringent strings striped stripes strive strives stroke strokes strong stronger
strongest strongly struck structural structurally structure structured structures structuring struggle
struggled struggles struggling stuck student students studied studies studio study studying stuff stuffed
stumps stunning style styled styles stylistic stylization stylize stylized sub subcategories subcategory
subclass subclasses subdivision subfamily subgaussian subgoal subgoals subgradient subgradients subgraph
subgraphs subgroup subgroups subitizing subject subjected subjective subjectively subjectivity subjects
sublinear sublinearly submanifold submanifolds submatrices submatrix submission submissions submit submitted
submitting submodels submodular submodularity submodules subnet subnets subnetwork subnetworks suboptimal
suboptimality suboptimally subordinate subpar subparts subpixel subpolicies subpopulation subpopulations
subproblem subproblems subquadratic subreddits subregions subroutine subroutines subsample subsampled
subsamples subsampling subsequence subsequences subsequent subsequently subset subsets subshots subspace
subspaces substances substantial substantially substantiate substantiated substantiates substantive substitute
substituted substitutes substituting substitution substitutions substrate substrings substructure
substructures subsume subsumed subsumes subsuming subsurface subsymbolic subsystem subtask subtasks
subthreshold subtitles subtle subtleties subtly subtract subtracting subtraction subtractive subtree subtrees
subtype subtypes subtyping subunits subword subwords succeed succeeded succeeding succeeds succesfully success
successes successful successfully succession successive successively successor succinct succinctly such sudden
suddenly suf suffer suffered suffering suffers suffice suffices sufficiency sufficient sufficiently suffix
suffixes suggest suggested suggesting suggestion suggestions suggestive suggests suicidal suicide suit
suitability suitable suitably suite suited suites sum summaries summarisation summarise summarised summarising
summarization summarize summarized summarizer summarizers summarizes summarizing summary summation summations
summed summing sums sun sunlight sunny sunspot super superb supercategories supercomputer superficial
superfluous superhuman superimposed superior superiority superlinear superlinearly supermodular superpixel
superpixels superposition superpositions superresolution superset supervise supervised supervisedly supervises
supervising supervision supervisions supervisor supervisors supervisory supervoxel supervoxels supplement
supplemental supplementary supplementing supplements supplied supplies supply supplying support supported
supporting supportive supports suppose supposed suppress suppressed suppresses suppressing suppression
suppressive supremum sure surely surface surfaces surfer surge surgeons surgery surgical surpass surpassed
surpasses surpassing surplus surprisal surprise surprised surprises surprising surprisingly surrogate
surrogates surround surrounded surrounding surroundings surrounds surveillance survey surveying surveys
survival survive susceptibility susceptible suspect suspected suspicious sustain sustainability sustainable
sustained swap swapping swaps swarm sway sweep sweeping sweeps sweet swim swimming swing swiss switch
switchable switched switches switching syllables symbol symbolic symbolically symbols symmetric symmetrical
symmetrically symmetries symmetrization symmetry symplectic symptom symptoms synapse synapses synaptic
synchronisation synchronization synchronize synchronized synchronizing synchronous synchronously synchrony
synergetic synergies synergistic synergistically synergizes synergy synonym synonyms synonymy syntactic
syntactical syntactically syntax synthesis synthesise synthesize synthesized synthesizer synthesizes
synthesizing synthetic synthetically system systematic systematically systematicity systems table tables
tabletop tabula tabular tackle tackled tackles tackling tactical tactics tactile tag tagged tagger taggers
tagging tags tail tailed tailor tailored tailoring tailors tails take taken takes taking talk talking talks
tall tampering tandem tangent tangents tangible tanh tank tap target targeted targeting targets task tasked
tasks taste tau taught taxi taxonomic taxonomies taxonomy tbe teach teacher teachers teaches teaching team
teaming teammates teams tease technical technically technique techniques technological technologies technology
tectum tedious teeth telecommunication telecommunications teleoperated teleoperation telephone telescope
television tell telling tells temperature temperatures tempered tempering template templated templates
temporal temporally temporarily temporary tempting ten tend tended tendencies tendency tending tends tennis
tenns tens tense tenses tension tensor tensors tentative term termed terminal terminals terminate terminates
termination terminations terminology terms ternary terrain terrains terrestrial territories territory
tessellation test testable testbed testbeds tested tester testers testify testing tests testset text textbook
textbooks texton texts textual textural texture textured textureless textures th than thanks that the theft
their them thematic theme themes themselves then theorem theorems theoretic theoretical theoretically
theoreticians theories theorists theory therapeutic therapy there thereafter thereby therefore therein thereof
thermal thermodynamic thermostat these thesis theta they thickness thin thing things think thinking thinning
third thirds thirteen this thorough thoroughly those though thought thoughts thousand thousands thread threads
threat threaten threats three threefold threshold thresholded thresholding thresholds thrives thriving through
throughout throughput throw throwing thrown thumb thumbnail thus ticket tickets tie tied tier tiered ties
tiger tight tighten tightened tightening tighter tightest tightly tightness tile tiles tiling till tilt timbre
time timeline timeliness timely times timescale timescales timestamp timestamps timestep timesteps timing
timings tiny tire tissue tissues title titles to today together token tokenization tokenized tokenizer
tokenizers tokens told tolerance tolerant tolerate tolerated tolerates tolerating tomography tonal tone tones
tongue tonic tonotopic too took tool toolbox toolboxes toolchain toolkit toolkits tools toolset top topic
topical topically topics topmost topographic topographical topographically topography topological
topologically topologies topology torque torques torso torus total totaling totally touch touching tough
tourist tournament tours toward towards towel tower towers toxic toxicity toy trace traceable traced traces
tracing track tracked tracker trackers tracking tracklet tracklets tracks tractability tractable tractably
traction tractography trade traded tradeoff tradeoffs traders trades trading tradition traditional
traditionally traffic trail trails train trainability trainable trained training trains trait traits
trajectories trajectory transaction transactions transcribe transcribed transcribes transcribing transcript
transcription transcriptions transcripts transducer transducers transduction transductive transelliptical
transfer transferability transferable transferrable transferred transferring transfers transform
transformation transformations transformative transformed transformer transformers transforming transforms
transient transients transistor transistors transit transition transitional transitioning transitions
transitive transitivity translate translated translates translating translation translational translationally
translationese translations translator translators transliteration translucent transmission transmit transmits
transmitted transmitting transparency transparent transparently transplant transport transportability
transportation transported transporting transports transposed trap trapped travel traveling traversability
traversal traverse traversed traverses traversing treat treated treating treatment treatments treats tree
treebank treebanks trees treewidth trellis tremendous tremendously trend trending trends trial trials triangle
triangles triangular triangulate triangulated triangulating triangulation triangulations trick tricks tricky
tried tries trifocal trigger triggered triggering triggers trigonometric trigram trillion trillions trim
trimap trimmed trimming triple triples triplet triplets trivial trivially tropical trouble true truly truncate
truncated truncating truncation truncations trunk trust trusted trustworthiness trustworthy truth truthful
truthfulness truths try trying tube tubelets tubes tumor tumors tunable tune tuned tunes tuning tuple tuples
turbo turbulent tures turn turned turning turns tutorial tutorials tutoring tweak tweaking tweet tweets twelve
twenty twice twin twins twist twisting twists twitter two twofold tying type typed types typical typicality
typically typing typo typological typologically typologies typology typos ubiquitous ubiquitously ubiquity uk
ultimate ultimately ultra ultrasound umbrella unable unacceptable unachievable unaddressed unaffected
unaffordable unaligned unaltered unambiguous unambiguously unannotated unanswerable unanswered unary
unattainable unavailability unavailable unavoidable unavoidably unaware unbalance unbalanced unbiased
unbiasedness unblurred unbounded uncalibrated uncapacitated uncertain uncertainties uncertainty unchanged
unclear uncomfortable uncommon uncompressed unconditional unconstrained uncontrollable uncontrolled
unconventional uncorrelated uncorrupted uncountable uncover uncovered uncovering uncovers uncurated undefined
under underconstrained underdetermined underestimate underestimated underestimates underestimation
underexplored underfit underfitting undergo undergoes undergoing undergone underlie underlies underline
underlines underly underlying undermine undermined undermines undermining underneath underperform
underperforming underperforms underpin underpinned underpinning underpinnings underpins underrepresented
undersampled undersampling underscore underscores underscoring underspecified understand understandability
understandable understanding understandings understands understood understudied undertake undertaken
undertaking underuse underutilized underwater undesirable undesired undirected undiscounted undistorted undo
undoubtedly unequal unequally uneven unevenly unexpected unexplainable unexplained unexploited unexplored
unfair unfairly unfairness unfaithful unfamiliar unfavorable unfit unfold unfolded unfolding unfolds
unforeseen unfortunate unfortunately ungrammatical ungrounded unguided unidirectional unification unified
unifies uniform uniformity uniformization uniformly unify unifying unigram unimodal unimodality unimodularity
unimportant unimprovable uninformative uninformed unintended unintentional unintentionally uninterpretable
union unions unique uniquely uniqueness unit unitary unite united unites units unity univariate universal
universality universally universe universities university unknown unknowns unlabeled unlabelled unlearnable
unlearning unleash unless unlike unlikelihood unlikely unlimited unlock unlocked unlocking unlocks unmanned
unmarked unmatched unmeasured unmix unmixing unmodeled unmodified unnatural unnecessarily unnecessary
unnormalized unobservable unobserved unoccluded unordered unorganized unpaired unparalleled unperturbed
unpleasant unpooling unprecedented unprecedentedly unpredictability unpredictable unprocessed unprojection
unpruned unpublished unravel unrealistic unrealistically unreasonable unregularized unrelated unreliability
unreliable unresolved unrestricted unroll unrolled unrolling unsafe unsatisfactory unsatisfying unscalable
unscented unseen unsegmented unsolvable unsolved unsorted unspecified unstable unstated unstructured unstudied
unsuccessful unsuitable unsupervised unsupervisedly unsupported unsynchronized untangling untapped untargeted
untextured until untrained untrimmed unusable unused unusual unveil unveiled unveiling unveils unverifiable
unvisited unwanted unweighted unwieldy unwrapped unwrapping unwritten up upcoming update updated updates
updating upfront upgrade upgraded upgrading upload uploaded upon upper upright ups upsample upsampled
upsampling upscaling upsetting upstream uptake upto upward upwards urban urgent urges url us usability usable
usage usages use used useful usefully usefulness useless user users uses using usual usually utensils
utilisation utilise utilised utilises utilising utilities utility utilization utilize utilized utilizes
utilizing utmost utterance utterances vaccine vaccines vague val valence valid validate validated validates
validating validation validations validity valleys valuable valuation valuations value valued values vanilla
vanish vanishes vanishing vanishingly variabilities variability variable variables variance variances variant
variants variate variates variation variational variationally variations varied varies varieties variety
various vary varying vascular vast vastly ve vector vectorial vectorized vectors vegetation vehicle vehicles
vein velocities velocity ventral ventricle venue venues veracity verb verbal verbalize verbalized verbalizer
verbalizers verbatim verbs vergence verifiability verifiable verification verified verifier verifiers verifies
verify verifying versa versatile versatility version versions versus vertebrate vertex vertexes vertical
vertically vertices very vessel vessels vestibular via viability viable vibration vibrations vice vicinity
victim victims video videos view viewed viewer viewers viewing viewpoint viewpoints views violate violated
violates violating violation violations violence violin viral virtual virtually virtue visibility visible
vision visit visitation visited visiting visits visual visualisation visualise visualizable visualization
visualizations visualize visualized visualizes visualizing visually visuals visuomotor visuotactile vital
vitro vivid vivo viz vocabularies vocabulary vocal vocoder voice voices voicing void volatile volatility
volleyball voltage voltages volume volumes volumetric voluminous voluntary von vote voted voters votes voting
vowel vowels voxel voxelized voxels vs vulnerabilities vulnerability vulnerable wait waiting wake waking walk
walkers walking walks wall walls want wanted wants warehouse warm warning warnings warp warped warping
warpings warps warrant warrants was waste wasted wasteful wastes wasting watch watches watching water
watermark watermarking watermarks watertight wave waveform waveforms wavelength wavelet wavelets waves way
waypoint waypoints ways we weak weaken weakened weakening weakens weaker weakest weakly weakness weaknesses
wealth wear wearable wearables wearer wearing weather weave web webcam webcams webpage webpages website
websites week weekly weeks weigh weighing weighs weight weighted weighting weightings weights welfare well
went were what whatever whatsoever wheel wheeled wheels when whenever where whereas whereby wherein wherever
whether which while whilst whistles white whitened whitening who whole whom whose why wide wideband widely
widen widened widening widens wider widespread width widths wild wildly will willing win wind window windowing
windows winner winners winning wins wire wireless wiring wisdom wise wish wishes wishing wit with within
without witness witnessed woman women won wood word words work workaround worked worker workers workflow
workflows workhorse workhorses working workings workload workloads works workshop workspace workstation
workstations world worlds worldwide worms worse worsening worst worth worthy would wrapped wrapper wrapping
wrinkles wrist write writer writers writes writing writings written wrong wrongly www xe xed xi xj year years
yeast yellow yes yet yield yielded yielding yields you young your zebra zebrafish zenith zero zeroing zeros
zeta zigzag zones zoom zooming
""".split()  # noqa: SIM905
)
