# Patterns: a slot with its case, in the frames of a newspaper of India.
{P} told reporters in {L} on Tuesday that the probe would be impartial.
{L}: {O} workers staged a protest against rising prices.
{C} Foreign Minister {P} arrived in {L} on a two-day visit.
{C} and {C} held a second round of talks in {L}.
{O} spokesperson {P} denied the allegations.
{O} ({O}) has fielded {P} from {L}.
Mr. {S} said the party would fight till the end.
Ms. {S} did not respond to calls and messages.
"This decision was taken in haste," {P} added.
Seven people were washed away in a cloudburst in {L}, {D}.
The [O {D} government] has stayed the transfer of teachers.
The [O {C} government]'s move was criticised by {O}.
[O {L} police] arrested {P} and {P} on Sunday.
{P}, a professor at [O {L} University], led the study.
The [O {L} High Court] rejected the bail plea of {P}.
{P} was rushed to a hospital in {L}, where he is stated to be stable.
A bus going from {L} to {L} fell into a gorge.
A cold wave swept {L}, {L} and {L}.
{G} was preparing for competitive examinations in {L}.
{G}'s mother lodged a complaint at {L} police station.
{P}, a native of {L}, had been living in {L} for ten years.
{C} beat {C} by five wickets.
{P} of {C} won gold while {C}'s {P} took bronze.
{P}'s century helped {C} post 312.
Shares of {O} gained 6% while {O} slipped.
{O} chief executive {P} has stepped down.
{O} will set up a plant at {L} in {D}.
Former minister {P} joined {O} in the presence of {P}.
{P} of {O} is leading in {L}.
{L} Mayor {P} inspected the wards.
{C}, {C} and {C} issued a joint statement.
{P} passed away in {L} at the age of 78.
{P}, {P} and {P} were present.
A blood donation camp was organised by {O} at {L}.
{P} is accused of withdrawing money from {O}'s account.
Explosions rocked {L}, the capital of {C}.
The monsoon is active over {D}, {D} and {D}.
Dr. {P} said the vaccine was safe.
Justice {S} and Justice {S} reserved their verdict.
Inspector {P} said the accused was trying to flee to {L}.
{O} sacked {P} as captain.
Actor {P} is holidaying in {L}.
Will {S} return to {O}?
The match between {O} and {O} was washed out.
[O {L} United] beat [O {L} City] 3-2.
{G} and {G} drowned in the [L {L} river].
A passenger from {C} was held at [L {L} airport].
{C} take on {C} at [L {L} Stadium].
Thieves struck at the house of {P}, owner of [O {S} & Sons].
His wife {G} and son {G} were with him.
The {S} family moved from {L} to {C}.
After the meeting {S} left straight for {L}.
Three employees were hurt in an attack on the {O} office in {C}.
[O {C} embassy] in {L} issued a helpline.
A book by {P} was released in {L}.
{P}, who represents {L} in the [O Lok Sabha], was absent.
{P} (24), {P} (31) and {P} (19), all from {L}, were injured.
Sub-inspector {P}’s gun went off by accident.
# where a name could be but is not
After a delay, {W} was cleared on Friday and {H} welcomed it.
{N} {H} said {W} would not be withdrawn.
In {W}, {H} and {H} played a part, {P} said.
Talks between {N} and {N} {H} on {W} failed in {L}.
{P} discussed {W} with {H} in {L}.
On {W}, {H} refused to comment.
A {N} national and two {N} tourists were questioned about {W}.
There is no question of {W} being delayed, {H} said.
"We want justice, not {W}," {H} told {O}.
According to {H}, {W} began in {L} in 1998.
# clubs that are called by their town
[O {L}] beat [O {L}] 2-1 to go second in the league.
[O {L}] goalkeeper {P} saved a penalty against [O {L}].
