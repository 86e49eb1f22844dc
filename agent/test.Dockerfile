# The base as sandboxes have it, with the agent under the sanitizers beside it, and programs to run and to attack it with.
ARG DEBIAN
ARG BASE
FROM ${DEBIAN} AS build
RUN apt-get update && apt-get install -y --no-install-recommends gcc libc6-dev make
COPY Makefile *.c *.h /agent/
RUN make -C /agent agent-sanitized
COPY attacks /attacks/
RUN gcc -Wall -Wextra -Werror -D_GNU_SOURCE -o /attacks/attack /attacks/attack.c

FROM ${BASE}
RUN apt-get update && apt-get install -y --no-install-recommends python3
COPY --from=build /agent/agent-sanitized /attacks/
COPY --from=build /attacks /attacks/
