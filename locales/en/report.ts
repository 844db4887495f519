/** The report on the data. */
export const report = {
  'report.title': 'A look at the data',
  'report.lead':
    'The contents of the three raw files, how they are spread, and the conclusions that nobody should draw from them. All figures are from data set {id}, published {date}.',
  'report.invented':
    'This is the invented sample that comes with the program. It says nothing about real people or games.',
  'report.home': 'Back to the questions',
  'report.contents': 'Contents',
  'report.skip': 'Skip to the contents',
  'report.numbers': 'The numbers',
  'report.section.files': 'Contents of the files',
  'report.section.outliers': 'Impossible and unlikely values',
  'report.section.hours': 'Hours and libraries',
  'report.section.concentration': 'How concentrated play is',
  'report.section.catalogue': 'Genres, tags and prices',
  'report.section.reviews': 'Reviews',
  'report.section.limits': 'Limits of the data',
  'report.section.quality': 'How well the words match the verdicts',

  'report.files.lead':
    'Each file is read line by line. “Before” describes the file, “after” the loaded data. A value is missing if it is absent, NaN, null, an empty text or an empty list.',
  'report.files.columns':
    'Columns that begin with “items.” or “reviews.” belong to the records within a line. A repeated value is one that an earlier record already had. More values can be missing after than before: words that do not name a price count as no price. User ids, addresses of user pages and texts of reviews are never shown.',
  'report.files.games': 'Games',
  'report.files.libraries': 'Libraries',
  'report.files.reviews': 'Reviews',
  'report.files.games.kept':
    '{read, number} records were read and {kept, number} were loaded. The rest repeated an earlier id or had none.',
  'report.files.libraries.kept':
    '{read, number} records of a game in a library were read and {kept, number} were loaded. The rest repeated a user and a game; the last record counts.',
  'report.files.reviews.kept':
    '{read, number} reviews were read and {kept, number} were loaded. The rest were exact repetitions or could not be read.',
  'report.files.rejected': 'Rejected lines and records',
  'report.files.rejected.none': 'Nothing was rejected.',
  'report.files.rejected.lead':
    'Only these are left out; the rest of the file is loaded. Their positions are kept, never their contents.',
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
  'report.fallback': 'used only where another is missing',
  'report.notShown': 'not shown',
  'report.tooMany': 'too many to count',

  'report.outliers.lead':
    'No value is removed for being an outlier. Each one is counted, and the table says how the answers treat it. The last day in the data is {day}.',
  'report.head.rule': 'Unusual value',
  'report.head.found': 'Found',
  'report.head.looked': 'Checked',
  'report.head.most': 'Most extreme',
  'report.head.done': 'Treatment',
  'report.outlier.weeks-over-possible': 'More hours in the last two weeks than two weeks have (336)',
  'report.outlier.weeks-over-possible.done': 'No answer uses the hours of the last two weeks.',
  'report.outlier.weeks-over-total': 'More hours in the last two weeks than in total',
  'report.outlier.weeks-over-total.done': 'The total hours count; those of the last two weeks are not used.',
  'report.outlier.hours-since-release':
    'More hours in a game than have passed since the first day of its release year',
  'report.outlier.hours-since-release.done':
    'Kept: the release date is the one on the store page, and many games were played before it or released again later. Hours are credited to the year on the store page.',
  'report.outlier.hours-since-steam':
    'More hours in all games together than have passed since Steam opened in September 2003',
  'report.outlier.hours-since-steam.done':
    'Kept: several programs may run at once, and some are left running.',
  'report.outlier.price-high': 'A price over 100 dollars',
  'report.outlier.price-high.done': 'Kept: most of these are programs, not games. No answer uses prices.',
  'report.outlier.released-after': 'A release year after the last review',
  'report.outlier.released-after.done':
    'Kept: the games file is newer than the other two. A game from a later year that has hours was in early access or was released again.',
  'report.outlier.reviewed-before-release': 'A review from a year before the game’s release year',
  'report.outlier.reviewed-before-release.done':
    'Kept: some games were in early access, others were released again. Questions ask for the year of the review or the year of release, each by itself.',
  'report.outlier.review-long': 'A review of a thousand words or more',
  'report.outlier.review-long.done':
    'Kept, and judged as a whole. A long text adds up many feelings, so its compound score is mostly near −1 or 1.',
  'report.outlier.votes-over-voters': 'More votes for a review than there were voters',
  'report.outlier.votes-over-voters.done': 'Votes are kept but not shown anywhere.',
  'report.unit.hours': '{value} hr',
  'report.unit.dollars': '{value} $',
  'report.unit.years': '{value, plural, one {# year} other {# years}}',
  'report.unit.words': '{value, plural, one {# word} other {# words}}',
  'report.unit.votes': '{value, plural, one {# vote} other {# votes}}',

  'report.hours.lead':
    'Hours are lifetime totals on the day the data was gathered. Higher steps are wider (1, 3, 10, 30 …), because a few games and users have a thousand times the usual figure.',
  'report.hours.byGame': 'Games by total hours played',
  'report.hours.byGame.says':
    'Half of the {count, number} games that were played at all have less than {median}; the most played game has {most}.',
  'report.hours.byUser': 'Users by total hours played',
  'report.hours.byUser.says':
    'Half of the {count, number} users who play have less than {median}; a tenth have more than {ninth}, and the highest total is {most}.',
  'report.hours.byYear': 'Hours by the release year of the game',
  'report.hours.byYear.says':
    'Each line is ten times the one below it. The year is a game’s release year, never the year it was played.',
  'report.hours.none': 'none',
  'report.hours.under': 'under {to}',
  'report.hours.between': '{from} to {to}',
  'report.hours.from': '{from} or more',
  'report.hours.mostPlayed': 'The ten games with the most hours',
  'report.libraries.sizes': 'Users by number of games owned',
  'report.libraries.sizes.says':
    'Half of the {count, number} users with a library own fewer than {median, number} games; the largest library has {most, number}. {unplayed} of all owned games were never started.',
  'report.head.hours': 'Hours',
  'report.head.games': 'Games',
  'report.head.users': 'Users',
  'report.head.players': 'Players',
  'report.head.game': 'Game',
  'report.head.year': 'Year',
  'report.head.step': 'Range',

  'report.concentration.lead':
    'If all games were played equally, the curve would be the straight line. The further it hangs below the line, the more of all play belongs to a few. The Gini coefficient puts that distance into a number: 0 for equal shares, near 1 when one has everything.',
  'report.concentration.chart': 'Share of all hours held by the least playing part',
  'report.concentration.games': 'games',
  'report.concentration.users': 'users',
  'report.concentration.equal': 'equal shares',
  'report.concentration.across': 'share of games, or of users',
  'report.concentration.says':
    'The Gini coefficient is {games} among {gameCount, number} games and {users} among {userCount, number} users. The most played hundredth of the games has {topGames} of all hours; the tenth of users who play the most has {topUsers}.',
  'report.concentration.none': 'No game was played.',
  'report.head.part': 'The least playing',
  'report.head.shareGames': 'of games have',
  'report.head.shareUsers': 'of users have',

  'report.genres.chart': 'Games by genre',
  'report.genres.says':
    'A game counts in full for each of its genres, so the bars add up to more than the {count, number} games with a record.',
  'report.genres.hours': 'Hours by genre',
  'report.genres.hours.says':
    'The same genres by hours. The genres with the most games are not always the ones that people play the most.',
  'report.tags.chart': 'The most frequent tags',
  'report.tags.says':
    'The {shown, number} most common of {all, number} tags. Users add them, so they describe the feel of a game better than genres do.',
  'report.prices.chart': 'Games by price',
  'report.prices.says':
    'In US dollars when the data was gathered. {free, number} are free; half of the others cost at most {median}; {unknown, number} have no price.',
  'report.prices.free': 'free',
  'report.prices.upTo': 'up to {to}',
  'report.prices.over': 'over {from}',
  'report.head.genre': 'Genre',
  'report.head.tag': 'Tag',
  'report.head.price': 'Price',

  'report.reviews.lead':
    'The sentiment of a review (positive, neutral or negative) comes from its words, judged by VADER. Its recommendation is the writer’s own verdict.',
  'report.reviews.byMonth': 'Reviews by month',
  'report.reviews.byMonth.says':
    '{count, number} reviews, {inferred, number} of them without a year. Steam leaves out the current year, so these are taken to be from the year the data was gathered.',
  'report.reviews.dated': 'year written in the review',
  'report.reviews.inferred': 'year estimated',
  'report.reviews.sentimentByYear': 'Sentiment by the year posted',
  'report.reviews.sentimentByYear.says': 'Shares of each year’s reviews; the first years have few.',
  'report.reviews.sentimentByVerdict': 'Sentiment by verdict',
  'report.reviews.sentimentByVerdict.says':
    'Recommending reviews use kinder words, but not always: irony, joyful swearing and games about killing are read as anger.',
  'report.reviews.scores': 'Reviews by score, 1 to 6',
  'report.reviews.scores.says':
    'The score combines both: 2 × sentiment (0, 1, 2), plus 2 for a recommending review or 1 for one that is not. 1 is bad in words and verdict, 6 is good in both.',
  'report.reviews.playtime': 'Recommending reviews by hours played',
  'report.reviews.playtime.says':
    'Only writers whose library holds the game, by their hours in it on the day the data was gathered, not on the day of the review. {without, number} reviews are of games that the writer’s library does not list.',
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

  'report.limits.lead': 'These limits show how far an answer can be trusted.',
  'report.head.what': 'Limit',
  'report.head.share': 'Share',
  'report.head.ofWhich': 'Count',
  'report.head.means': 'Meaning',
  'report.parts.of': '{part} of {whole}',
  'report.limit.inferredYears': 'Reviews whose year is estimated',
  'report.limit.inferredYears.means': 'Answers about the year {year} rest on them, and say so.',
  'report.limit.partialLibraries': 'Incomplete libraries',
  'report.limit.partialLibraries.means':
    'Steam counts more games than the data lists. These libraries count for hours and players, but the recommender learns from complete ones only.',
  'report.limit.emptyLibraries': 'Empty libraries',
  'report.limit.emptyLibraries.means': 'A private profile looks the same as one without games.',
  'report.limit.reviewersOnly': 'Users known only from reviews',
  'report.limit.reviewersOnly.means': 'The games they own are unknown.',
  'report.limit.unrecordedGames': 'Games without a record',
  'report.limit.unrecordedGames.means':
    'At best, the libraries give their name: no genre, no year, no developer.',
  'report.limit.unrecordedRows': 'Library entries for such games',
  'report.limit.unrecordedRows.means': 'They count as owned and played, for users and for the recommender.',
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
  'report.limit.countedHours.means': 'Answers by genre are based on this share of all play.',
  'report.limits.crawl':
    'The users were found by going through Australian communities; they are not a sample of all of Steam. People who play in private are missing.',
  'report.languages.chart': 'Reviews by language',
  'report.languages.says':
    'VADER reads English. {other, number} reviews ({share}) are in another language. It calls {otherNeutral} of them neutral, against {englishNeutral} of the English ones, because it knows hardly any of their words. They swell a developer’s neutral count. The most recommended games lose little, because a neutral review counts there, too.',
  'report.languages.how':
    'The package eld detects the language from the beginning of the text. Short texts ({short, number} here) are left out.',
  'report.language.few': 'too few words to tell',
  'report.language.unknown': 'unknown',
  'report.language.rest': 'other languages',
  'report.head.language': 'Language',
  'report.head.neutralShare': 'Judged neutral',

  'report.quality.lead':
    'The writer’s own verdict is the best judge of what the words meant. Take one recommending and one not recommending review at random: how often are the words of the first one kinder? That share is the AUC: 0.5 is chance, 1 is always.',
  'report.quality.all': 'All reviews',
  'report.quality.all-censored': 'All reviews, censored words left in',
  'report.quality.with-censored': 'Reviews with censored words',
  'report.quality.with-censored-censored': 'The same, censored words left in',
  'report.quality.english': 'English reviews',
  'report.quality.other': 'Reviews in other languages',
  'report.quality.chart': 'AUC of the words against the verdict',
  'report.quality.censored':
    'Steam’s filter writes a heart for each letter of a swear word. VADER as published reads each heart as love; here, a run of three or more is removed first.',
  'report.quality.agreement':
    'Agreement with the program by VADER’s authors cannot be counted from a loaded data set, which keeps no texts. It was measured on 24 November 2026 on 19,466 real reviews: every label and every compound score, to the fourth decimal, is the same (test/real/sentiment.test.ts).',
  'report.head.among': 'Among',
  'report.head.auc': 'AUC',
  'report.quality.none': 'unknown',
} as const;
