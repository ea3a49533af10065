# One image for every service, the gateway, and the one-shot setup: docker-compose.yml says which it is.
FROM node:24-slim AS build
WORKDIR /laurel
COPY . .
RUN --mount=type=cache,target=/root/.npm npm ci \
 && npm run build \
 && npm prune --omit=dev \
 && rm -rf node_modules/typescript7 e2e bench

FROM node:24-slim
ENV NODE_ENV=production NODE_OPTIONS=--max-semi-space-size=4 HOST=0.0.0.0 PORT=8080 LAUREL_DATA=/data
WORKDIR /laurel
COPY --from=build /laurel/package.json ./
COPY --from=build /laurel/node_modules ./node_modules
COPY --from=build /laurel/libs ./libs
COPY --from=build /laurel/services ./services
COPY --from=build /laurel/infra ./infra
COPY --from=build /laurel/docs/openapi ./docs/openapi
# A volume that is mounted on one of these for the first time takes its owner from it.
RUN for folder in /data /database-password /deployment/mail /deployment/secrets/deployment /deployment/secrets/gateway \
      /deployment/secrets/provider-registry /deployment/secrets/learner-records /deployment/secrets/credential-issuance \
      /deployment/secrets/verification /deployment/secrets/notifications; do mkdir -p "$folder"; done \
 && chown -R node:node /data /database-password /deployment
USER node
EXPOSE 8080
HEALTHCHECK --interval=5s --timeout=4s --start-period=30s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/ready`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node"]
# Alone, the image is Laurel in one process on its embedded Postgres: docker run -p 8080:8080 -v laurel:/data laurel
CMD ["services/standalone/dist/main.js"]
