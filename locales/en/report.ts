/** The report on the data. */
export const report = {
  'report.title': 'A look at the data',
  'report.lead':
    'What the three raw files hold, how it is spread, and what nobody should read out of it. Everything is counted in data set {id}, published {date}.',
  'report.invented':
    'This is the invented sample that comes with the program. It says nothing about real people or games.',
  'report.home': 'Back to the questions',
  'report.contents': 'Contents',
  'report.skip': 'Skip to the contents',
  'report.numbers': 'The numbers',
  'report.section.files': 'What the files hold',
  'report.section.outliers': 'Values that cannot be, or hardly',
  'report.section.hours': 'Hours and libraries',
  'report.section.concentration': 'How concentrated play is',
  'report.section.catalogue': 'Genres, tags and prices',
  'report.section.reviews': 'Reviews',
  'report.section.limits': 'What the data cannot say',
  'report.section.quality': 'How good the sentiment is',

  'report.files.lead':
    'Each file is read line by line. “Before” is what stands in the file, “after” what is loaded. A value is missing where it is absent, NaN, null, an empty text or an empty list.',
  'report.files.columns':
    'Columns with “items.” or “reviews.” are of the records within a line. A repeated value is one that an earlier record had. More can be missing after than before: words that name no price are no price. Ids of people, addresses of their pages and texts of reviews are never shown.',
  'report.files.games': 'Games',
  'report.files.libraries': 'Libraries',
  'report.files.reviews': 'Reviews',
  'report.files.games.kept':
    '{read, number} records were read and {kept, number} are loaded. The rest had an id that was there before, or none.',
  'report.files.libraries.kept':
    '{read, number} records of a game in a library were read and {kept, number} are loaded. The rest named a user and a game that were there before: the last one counts.',
  'report.files.reviews.kept':
    '{read, number} reviews were read and {kept, number} are loaded. The rest were exact repetitions, or could not be read.',
  'report.files.rejected': 'Rejected lines and records',
  'report.files.rejected.none': 'Nothing was rejected.',
  'report.files.rejected.lead':
    'They are left out alone; the rest of the file is taken. Their positions are kept, never what they say.',
  'report.head.column': 'Column',
  'report.head.kind': 'Kind',
  'report.head.missingBefore': 'Missing before',
  'report.head.missingAfter': 'Missing after',
  'report.head.distinctBefore': 'Distinct before',
  'report.head.distinctAfter': 'Distinct after',
  'report.head.repeated': 'Repeated',
  'report.head.range': 'Range',
  'report.head.examples': 'Examples',
  'report.head.reason': 'Reason',
  'report.head.times': 'Times',
  'report.kind.text': 'text',
  'report.kind.number': 'number',
  'report.kind.boolean': 'yes or no',
  'report.kind.list': 'list',
  'report.kind.record': 'record',
  'report.range.numbers': '{least} to {greatest}',
  'report.range.lengths': '{shortest, number} to {longest, number} characters',
  'report.range.entries': '{shortest, number} to {longest, number} entries',
  'report.notKept': 'not loaded',
  'report.fallback': 'only where another is missing',
  'report.notShown': 'not shown',
  'report.tooMany': 'too many to tell apart',

  'report.outliers.lead':
    'Nothing is removed for being an outlier: each is counted, and the table says what answers do with it. The last day that the data speaks of is {day}.',
  'report.head.rule': 'What is looked for',
  'report.head.found': 'Found',
  'report.head.looked': 'Looked at',
  'report.head.most': 'Most extreme',
  'report.head.done': 'What is done',
  'report.outlier.weeks-over-possible': 'More hours in the last two weeks than two weeks have (336)',
  'report.outlier.weeks-over-possible.done': 'Nothing uses the hours of two weeks.',
  'report.outlier.weeks-over-total': 'More hours in the last two weeks than in all',
  'report.outlier.weeks-over-total.done': 'The hours in all count; those of two weeks are not used.',
  'report.outlier.hours-since-release':
    'More hours in a game than there were since the first day of its release year',
  'report.outlier.hours-since-release.done':
    'Kept: the release date is that of the store page, and many games were played before it, or came out again later. Hours are credited to the year of the store page.',
  'report.outlier.hours-since-steam':
    'More hours in all games together than there were since Steam opened in September 2003',
  'report.outlier.hours-since-steam.done':
    'Kept: several programs may run at once, and some are left running.',
  'report.outlier.price-high': 'A price over 100 dollars',
  'report.outlier.price-high.done': 'Kept: mostly programs, not games. No answer uses prices.',
  'report.outlier.released-after': 'A release year after the last review',
  'report.outlier.released-after.done':
    'Kept: the games file is newer than the other two. A game of a later year that has hours was in early access, or came out again.',
  'report.outlier.reviewed-before-release': 'A review from a year before the game’s release year',
  'report.outlier.reviewed-before-release.done':
    'Kept: early access, and games that came out again. The year of a review and the year of a release are asked for apart.',
  'report.outlier.review-long': 'A review of a thousand words or more',
  'report.outlier.review-long.done':
    'Kept, and judged whole. A long text adds up many feelings, and its compound is mostly near −1 or 1.',
  'report.outlier.votes-over-voters': 'More votes for a review than there were voters',
  'report.outlier.votes-over-voters.done': 'Votes are kept and shown nowhere.',
  'report.unit.hours': '{value} hr',
  'report.unit.dollars': '{value} $',
  'report.unit.years': '{value, plural, one {# year} other {# years}}',
  'report.unit.words': '{value, plural, one {# word} other {# words}}',
  'report.unit.votes': '{value, plural, one {# vote} other {# votes}}',

  'report.hours.lead':
    'Hours are lifetime totals on the day of the crawl. Steps are wider the higher they are (1, 3, 10, 30 …), since a few games and users have a thousand times what is usual.',
  'report.hours.byGame': 'Games by all hours played in them',
  'report.hours.byGame.says':
    'Half of the {count, number} games that were played at all have less than {median}; the most played one has {most}.',
  'report.hours.byUser': 'Users by all hours they have played',
  'report.hours.byUser.says':
    'Half of the {count, number} users who play have less than {median}; a tenth has more than {ninth}, and the most is {most}.',
  'report.hours.byYear': 'Hours by the release year of the game',
  'report.hours.byYear.says':
    'Each line is ten times the one under it. It is the year in which a game came out, never the year in which it was played.',
  'report.hours.none': 'none',
  'report.hours.under': 'under {to}',
  'report.hours.between': '{from} to {to}',
  'report.hours.from': '{from} and more',
  'report.hours.mostPlayed': 'The ten games with the most hours',
  'report.libraries.sizes': 'Users by how many games they own',
  'report.libraries.sizes.says':
    'Half of the {count, number} users with a library own fewer than {median, number}; the largest has {most, number}. {unplayed} of all owned games were never started.',
  'report.head.hours': 'Hours',
  'report.head.games': 'Games',
  'report.head.users': 'Users',
  'report.head.players': 'Players',
  'report.head.game': 'Game',
  'report.head.year': 'Year',
  'report.head.step': 'From, to',

  'report.concentration.lead':
    'If all games were played equally, the curve would be the straight line. The further it hangs below, the more of all play is in a few hands. The Gini coefficient is that distance as a number: 0 for equal shares, near 1 when one has everything.',
  'report.concentration.chart': 'Share of all hours of the least playing part',
  'report.concentration.games': 'games',
  'report.concentration.users': 'users',
  'report.concentration.equal': 'equal shares',
  'report.concentration.across': 'share of games, or of users',
  'report.concentration.says':
    'Gini {games} among {gameCount, number} games and {users} among {userCount, number} users. The most played hundredth of the games has {topGames} of all hours; the tenth of users who play most has {topUsers}.',
  'report.concentration.none': 'Nothing was played.',
  'report.head.part': 'The least playing',
  'report.head.shareGames': 'of games have',
  'report.head.shareUsers': 'of users have',

  'report.genres.chart': 'Games by genre',
  'report.genres.says':
    'A game counts in full for each of its genres, so the bars add up to more than the {count, number} games with a record.',
  'report.genres.hours': 'Hours by genre',
  'report.genres.hours.says': 'The same genres by hours. What many make is not what many play.',
  'report.tags.chart': 'The most frequent tags',
  'report.tags.says':
    'Of {all, number} tags, the {shown, number} that most games have. Users give them, so they speak of what a game is like more than genres do.',
  'report.prices.chart': 'Games by price',
  'report.prices.says':
    'In US dollars at the time of the crawl. {free, number} are free; half of the others cost at most {median}; {unknown, number} have no price.',
  'report.prices.free': 'free',
  'report.prices.upTo': 'up to {to}',
  'report.prices.over': 'over {from}',
  'report.head.genre': 'Genre',
  'report.head.tag': 'Tag',
  'report.head.price': 'Price',

  'report.reviews.lead':
    'A review is positive, neutral or negative by its words (VADER), and recommends the game or does not by its writer’s own verdict.',
  'report.reviews.byMonth': 'Reviews by month',
  'report.reviews.byMonth.says':
    '{count, number} reviews, {inferred, number} of them without a year. Steam does not write the current year, so theirs is taken to be that of the crawl.',
  'report.reviews.dated': 'year written in the review',
  'report.reviews.inferred': 'year inferred',
  'report.reviews.sentimentByYear': 'Sentiment by the year posted',
  'report.reviews.sentimentByYear.says': 'Shares of the reviews of each year; the first years have few.',
  'report.reviews.sentimentByVerdict': 'Sentiment by verdict',
  'report.reviews.sentimentByVerdict.says':
    'People who recommend use kinder words, but not always: irony, swearing for joy, and games about killing are read as anger.',
  'report.reviews.scores': 'Reviews by score, 1 to 6',
  'report.reviews.scores.says':
    'The score joins both: 2 × sentiment (0, 1, 2), and 2 more for a recommending review, 1 for one that is not. 1 is bad in words and verdict, 6 good in both.',
  'report.reviews.playtime': 'Recommending reviews by hours played',
  'report.reviews.playtime.says':
    'Of the writers whose library holds the game, by the hours in it on the day of the crawl, not when they wrote. {without, number} reviews are of games that the writer’s library does not list.',
  'report.verdict.yes': 'recommended',
  'report.verdict.no': 'not recommended',
  'report.sentiment.negative': 'negative',
  'report.sentiment.neutral': 'neutral',
  'report.sentiment.positive': 'positive',
  'report.head.month': 'Month',
  'report.head.reviews': 'Reviews',
  'report.head.score': 'Score',
  'report.head.verdict': 'Verdict',
  'report.head.hoursPlayed': 'Hours played',
  'report.head.recommending': 'Recommending',
  'report.head.shareRecommending': 'Share recommending',

  'report.limits.lead': 'So that nobody reads more into an answer than is there.',
  'report.head.what': 'What',
  'report.head.share': 'Share',
  'report.head.ofWhich': 'How many',
  'report.head.means': 'What that means',
  'report.parts.of': '{part} of {whole}',
  'report.limit.inferredYears': 'Reviews whose year is inferred',
  'report.limit.inferredYears.means': 'Answers about the year {year} rest on them, and say so.',
  'report.limit.partialLibraries': 'Libraries that are partial',
  'report.limit.partialLibraries.means':
    'Steam counts more games than are listed. They count for hours and players, but the recommender learns from whole libraries only.',
  'report.limit.emptyLibraries': 'Empty libraries',
  'report.limit.emptyLibraries.means': 'A private profile looks the same as one without games.',
  'report.limit.reviewersOnly': 'Users known from reviews alone',
  'report.limit.reviewersOnly.means': 'Nothing is known of what they own.',
  'report.limit.unrecordedGames': 'Games without a record',
  'report.limit.unrecordedGames.means':
    'They have a name from the libraries at best: no genre, no year, no developer.',
  'report.limit.unrecordedRows': 'Library entries of such games',
  'report.limit.unrecordedRows.means': 'They count as owned and played, for people and for the recommender.',
  'report.limit.unrecordedHours': 'Hours in such games',
  'report.limit.unrecordedHours.means': 'They are missing from every answer by genre or release year.',
  'report.limit.unrecordedReviews': 'Reviews of such games',
  'report.limit.unrecordedReviews.means':
    'They count for the year they were posted in, but for no developer and no release year.',
  'report.limit.withoutGenre': 'Records without a genre',
  'report.limit.withoutGenre.means': 'They are in no answer by genre.',
  'report.limit.withoutYear': 'Records without a release year',
  'report.limit.withoutYear.means': 'They are in no answer by release year.',
  'report.limit.countedHours': 'Hours of games with both genre and year',
  'report.limit.countedHours.means': 'This much of all play is behind the answers by genre.',
  'report.limits.crawl':
    'The users are those that a crawl from Australian communities met, not a sample of all of Steam. Who plays in private is not there.',
  'report.languages.chart': 'Reviews by language',
  'report.languages.says':
    'VADER reads English. {other, number} reviews ({share}) are in another language: it calls {otherNeutral} of them neutral, against {englishNeutral} of the English ones, since it knows hardly a word. They swell a developer’s neutral count; the most recommended games lose little, since a neutral review counts there, too.',
  'report.languages.how':
    'The language is told by the package eld from the beginning of the text; short texts ({short, number} here) are not asked.',
  'report.language.few': 'too few words to tell',
  'report.language.unknown': 'cannot be told',
  'report.language.rest': 'other languages',
  'report.head.language': 'Language',
  'report.head.neutralShare': 'Judged neutral',

  'report.quality.lead':
    'The writer’s own verdict is the best judge of what the words meant. Of a recommending and a not recommending review taken at random, how often do the words of the first read kinder? That share is the AUC: 0.5 is chance, 1 is always.',
  'report.quality.all': 'All reviews',
  'report.quality.all-censored': 'All reviews, censored words left in',
  'report.quality.with-censored': 'Reviews with censored words',
  'report.quality.with-censored-censored': 'The same, censored words left in',
  'report.quality.english': 'English reviews',
  'report.quality.other': 'Reviews in other languages',
  'report.quality.chart': 'AUC of the words against the verdict',
  'report.quality.censored':
    'Steam’s filter writes a heart for each letter of a swear word. VADER as published takes each for love; here a run of three or more is taken out first.',
  'report.quality.agreement':
    'Agreement with VADER’s authors’ own program cannot be counted from a loaded data set, which keeps no texts. It was measured on 24 November 2026 on 19,466 real reviews: every label and every compound, to the fourth decimal, is the same (test/real/sentiment.test.ts).',
  'report.head.among': 'Among',
  'report.head.auc': 'AUC',
  'report.quality.none': 'cannot be told',
} as const;
