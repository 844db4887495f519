/** What the report on the data says. In ICU message format, as the other texts. */
export const exploreEn = {
  title: 'A look at the data',
  lead: 'What the three raw files hold, how it is spread, and what nobody should read out of it. Everything is counted in data set {id}, published {date}.',
  invented:
    'This is the invented sample that comes with the program. It says nothing about real people or games.',
  home: 'Back to the questions',
  contents: 'Contents',
  skip: 'Skip to the contents',
  numbers: 'The numbers',
  count: '{count, plural, one {# of them} other {# in all}}',
  'section.files': 'What the files hold',
  'section.outliers': 'Values that cannot be, or hardly',
  'section.hours': 'Hours and libraries',
  'section.concentration': 'How concentrated play is',
  'section.catalogue': 'Genres, tags and prices',
  'section.reviews': 'Reviews',
  'section.limits': 'What the data cannot say',
  'section.quality': 'How good the sentiment is',

  'files.lead':
    'Each file is read line by line. “Before” is what stands in the file, “after” what is loaded. A value is missing where it is absent, NaN, null, an empty text or an empty list.',
  'files.columns':
    'Columns with “items.” or “reviews.” are of the records within a line. A repeated value is one that an earlier record had. More can be missing after than before: words that name no price are no price. Ids of people, addresses of their pages and texts of reviews are never shown.',
  'files.games': 'Games',
  'files.libraries': 'Libraries',
  'files.reviews': 'Reviews',
  'files.games.kept':
    '{read, number} records were read and {kept, number} are loaded. The rest had an id that was there before, or none.',
  'files.libraries.kept':
    '{read, number} records of a game in a library were read and {kept, number} are loaded. The rest named a user and a game that were there before: the last one counts.',
  'files.reviews.kept':
    '{read, number} reviews were read and {kept, number} are loaded. The rest were exact repetitions, or could not be read.',
  'files.rejected': 'Rejected lines and records',
  'files.rejected.none': 'Nothing was rejected.',
  'files.rejected.lead':
    'They are left out alone; the rest of the file is taken. Their positions are kept, never what they say.',
  'head.column': 'Column',
  'head.kind': 'Kind',
  'head.missingBefore': 'Missing before',
  'head.missingAfter': 'Missing after',
  'head.distinctBefore': 'Distinct before',
  'head.distinctAfter': 'Distinct after',
  'head.repeated': 'Repeated',
  'head.range': 'Range',
  'head.examples': 'Examples',
  'head.reason': 'Reason',
  'head.times': 'Times',
  'kind.text': 'text',
  'kind.number': 'number',
  'kind.boolean': 'yes or no',
  'kind.list': 'list',
  'kind.record': 'record',
  'range.numbers': '{least} to {greatest}',
  'range.lengths': '{shortest, number} to {longest, number} characters',
  'range.entries': '{shortest, number} to {longest, number} entries',
  notKept: 'not loaded',
  fallback: 'only where another is missing',
  notShown: 'not shown',
  tooMany: 'too many to tell apart',

  'outliers.lead':
    'Nothing is removed for being an outlier: each is counted, and the table says what answers do with it. The last day that the data speaks of is {day}.',
  'head.rule': 'What is looked for',
  'head.found': 'Found',
  'head.looked': 'Looked at',
  'head.most': 'Most extreme',
  'head.done': 'What is done',
  'outlier.weeks-over-possible': 'More hours in the last two weeks than two weeks have (336)',
  'outlier.weeks-over-possible.done': 'Nothing uses the hours of two weeks.',
  'outlier.weeks-over-total': 'More hours in the last two weeks than in all',
  'outlier.weeks-over-total.done': 'The hours in all count; those of two weeks are not used.',
  'outlier.hours-since-release':
    'More hours in a game than there were since the first day of its release year',
  'outlier.hours-since-release.done':
    'Kept: the release date is that of the store page, and many games were played before it, or came out again later. Hours are credited to the year of the store page.',
  'outlier.hours-since-steam':
    'More hours in all games together than there were since Steam opened in September 2003',
  'outlier.hours-since-steam.done': 'Kept: several programs may run at once, and some are left running.',
  'outlier.price-high': 'A price over 100 dollars',
  'outlier.price-high.done': 'Kept: mostly programs, not games. No answer uses prices.',
  'outlier.released-after': 'A release year after the last review',
  'outlier.released-after.done':
    'Kept: the games file is newer than the other two. A game of a later year that has hours was in early access, or came out again.',
  'outlier.reviewed-before-release': 'A review from a year before the game’s release year',
  'outlier.reviewed-before-release.done':
    'Kept: early access, and games that came out again. The year of a review and the year of a release are asked for apart.',
  'outlier.review-long': 'A review of a thousand words or more',
  'outlier.review-long.done':
    'Kept, and judged whole. A long text adds up many feelings, and its compound is mostly near −1 or 1.',
  'outlier.votes-over-voters': 'More votes for a review than there were voters',
  'outlier.votes-over-voters.done': 'Votes are kept and shown nowhere.',
  'unit.hours': '{value} hr',
  'unit.dollars': '{value} $',
  'unit.years': '{value, plural, one {# year} other {# years}}',
  'unit.words': '{value, plural, one {# word} other {# words}}',
  'unit.votes': '{value, plural, one {# vote} other {# votes}}',

  'hours.lead':
    'Hours are lifetime totals on the day of the crawl. Steps are wider the higher they are (1, 3, 10, 30 …), since a few games and users have a thousand times what is usual.',
  'hours.byGame': 'Games by all hours played in them',
  'hours.byGame.says':
    'Half of the {count, number} games that were played at all have less than {median}; the most played one has {most}.',
  'hours.byUser': 'Users by all hours they have played',
  'hours.byUser.says':
    'Half of the {count, number} users who play have less than {median}; a tenth has more than {ninth}, and the most is {most}.',
  'hours.byYear': 'Hours by the release year of the game',
  'hours.byYear.says':
    'Each line is ten times the one under it. It is the year in which a game came out, never the year in which it was played.',
  'hours.none': 'none',
  'hours.under': 'under {to}',
  'hours.between': '{from} to {to}',
  'hours.from': '{from} and more',
  'hours.mostPlayed': 'The ten games with the most hours',
  'libraries.sizes': 'Users by how many games they own',
  'libraries.sizes.says':
    'Half of the {count, number} users with a library own fewer than {median, number}; the largest has {most, number}. {unplayed} of all owned games were never started.',
  'head.hours': 'Hours',
  'head.games': 'Games',
  'head.users': 'Users',
  'head.players': 'Players',
  'head.game': 'Game',
  'head.year': 'Year',
  'head.step': 'From, to',

  'concentration.lead':
    'If all games were played equally, the curve would be the straight line. The further it hangs below, the more of all play is in a few hands. The Gini coefficient is that distance as a number: 0 for equal shares, near 1 when one has everything.',
  'concentration.chart': 'Share of all hours of the least playing part',
  'concentration.games': 'games',
  'concentration.users': 'users',
  'concentration.equal': 'equal shares',
  'concentration.across': 'share of games, or of users',
  'concentration.says':
    'Gini {games} among {gameCount, number} games and {users} among {userCount, number} users. The most played hundredth of the games has {topGames} of all hours; the tenth of users who play most has {topUsers}.',
  'concentration.none': 'Nothing was played.',
  'head.part': 'The least playing',
  'head.shareGames': 'of games have',
  'head.shareUsers': 'of users have',

  'genres.chart': 'Games by genre',
  'genres.says':
    'A game counts in full for each of its genres, so the bars add up to more than the {count, number} games with a record.',
  'genres.hours': 'Hours by genre',
  'genres.hours.says': 'The same genres by hours. What many make is not what many play.',
  'tags.chart': 'The most frequent tags',
  'tags.says':
    'Of {all, number} tags, the {shown, number} that most games have. Users give them, so they speak of what a game is like more than genres do.',
  'prices.chart': 'Games by price',
  'prices.says':
    'In US dollars at the time of the crawl. {free, number} are free; half of the others cost at most {median}; {unknown, number} have no price.',
  'prices.free': 'free',
  'prices.upTo': 'up to {to}',
  'prices.over': 'over {from}',
  'head.genre': 'Genre',
  'head.tag': 'Tag',
  'head.price': 'Price',

  'reviews.lead':
    'A review is positive, neutral or negative by its words (VADER), and recommends the game or does not by its writer’s own verdict.',
  'reviews.byMonth': 'Reviews by month',
  'reviews.byMonth.says':
    '{count, number} reviews, {inferred, number} of them without a year. Steam does not write the current year, so theirs is taken to be that of the crawl.',
  'reviews.dated': 'year written in the review',
  'reviews.inferred': 'year inferred',
  'reviews.sentimentByYear': 'Sentiment by the year posted',
  'reviews.sentimentByYear.says': 'Shares of the reviews of each year; the first years have few.',
  'reviews.sentimentByVerdict': 'Sentiment by verdict',
  'reviews.sentimentByVerdict.says':
    'People who recommend use kinder words, but not always: irony, swearing for joy, and games about killing are read as anger.',
  'reviews.scores': 'Reviews by score, 1 to 6',
  'reviews.scores.says':
    'The score joins both: 2 × sentiment (0, 1, 2), and 2 more for a recommending review, 1 for one that is not. 1 is bad in words and verdict, 6 good in both.',
  'reviews.playtime': 'Recommending reviews by hours played',
  'reviews.playtime.says':
    'Of the writers whose library holds the game, by the hours in it on the day of the crawl, not when they wrote. {without, number} reviews are of games that the writer’s library does not list.',
  'verdict.yes': 'recommended',
  'verdict.no': 'not recommended',
  'sentiment.negative': 'negative',
  'sentiment.neutral': 'neutral',
  'sentiment.positive': 'positive',
  'head.month': 'Month',
  'head.reviews': 'Reviews',
  'head.score': 'Score',
  'head.verdict': 'Verdict',
  'head.hoursPlayed': 'Hours played',
  'head.recommending': 'Recommending',
  'head.shareRecommending': 'Share recommending',

  'limits.lead': 'So that nobody reads more into an answer than is there.',
  'head.what': 'What',
  'head.share': 'Share',
  'head.ofWhich': 'How many',
  'head.means': 'What that means',
  'parts.of': '{part} of {whole}',
  'limit.inferredYears': 'Reviews whose year is inferred',
  'limit.inferredYears.means': 'Answers about the year {year} rest on them, and say so.',
  'limit.partialLibraries': 'Libraries that are partial',
  'limit.partialLibraries.means':
    'Steam counts more games than are listed. They count for hours and players, but the recommender learns from whole libraries only.',
  'limit.emptyLibraries': 'Empty libraries',
  'limit.emptyLibraries.means': 'A private profile looks the same as one without games.',
  'limit.reviewersOnly': 'Users known from reviews alone',
  'limit.reviewersOnly.means': 'Nothing is known of what they own.',
  'limit.unrecordedGames': 'Games without a record',
  'limit.unrecordedGames.means':
    'They have a name from the libraries at best: no genre, no year, no developer.',
  'limit.unrecordedRows': 'Library entries of such games',
  'limit.unrecordedRows.means': 'They count as owned and played, for people and for the recommender.',
  'limit.unrecordedHours': 'Hours in such games',
  'limit.unrecordedHours.means': 'They are missing from every answer by genre or release year.',
  'limit.unrecordedReviews': 'Reviews of such games',
  'limit.unrecordedReviews.means':
    'They count for the year they were posted in, but for no developer and no release year.',
  'limit.withoutGenre': 'Records without a genre',
  'limit.withoutGenre.means': 'They are in no answer by genre.',
  'limit.withoutYear': 'Records without a release year',
  'limit.withoutYear.means': 'They are in no answer by release year.',
  'limit.countedHours': 'Hours of games with both genre and year',
  'limit.countedHours.means': 'This much of all play is behind the answers by genre.',
  'limits.crawl':
    'The users are those that a crawl from Australian communities met, not a sample of all of Steam. Who plays in private is not there.',
  'languages.chart': 'Reviews by language',
  'languages.says':
    'VADER reads English. {other, number} reviews ({share}) are in another language: it calls {otherNeutral} of them neutral, against {englishNeutral} of the English ones, since it knows hardly a word. They swell a developer’s neutral count; the most recommended games lose little, since a neutral review counts there, too.',
  'languages.how':
    'The language is told by the package eld from the beginning of the text; short texts ({short, number} here) are not asked.',
  'language.few': 'too few words to tell',
  'language.unknown': 'cannot be told',
  'language.rest': 'other languages',
  'head.language': 'Language',
  'head.neutralShare': 'Judged neutral',

  'quality.lead':
    'The writer’s own verdict is the best judge of what the words meant. Of a recommending and a not recommending review taken at random, how often do the words of the first read kinder? That share is the AUC: 0.5 is chance, 1 is always.',
  'quality.all': 'All reviews',
  'quality.all-censored': 'All reviews, censored words left in',
  'quality.with-censored': 'Reviews with censored words',
  'quality.with-censored-censored': 'The same, censored words left in',
  'quality.english': 'English reviews',
  'quality.other': 'Reviews in other languages',
  'quality.chart': 'AUC of the words against the verdict',
  'quality.censored':
    'Steam’s filter writes a heart for each letter of a swear word. VADER as published takes each for love; here a run of three or more is taken out first.',
  'quality.agreement':
    'Agreement with VADER’s authors’ own program cannot be counted from a loaded data set, which keeps no texts. It was measured on 24 November 2026 on 19,466 real reviews: every label and every compound, to the fourth decimal, is the same (test/real/sentiment.test.ts).',
  'head.among': 'Among',
  'head.auc': 'AUC',
  'quality.none': 'cannot be told',
} as const;

export type ExploreKey = keyof typeof exploreEn;
