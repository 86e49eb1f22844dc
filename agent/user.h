#pragma once

#include <sys/types.h>

/* The sandbox's own user: its uid is its gid, and no other living sandbox has it. */
extern uid_t sandbox_user;

/*
 * What the agent makes for the program (files, pipes, the terminal) it makes as the program's user: so the program owns it,
 * and no link or permission can lead the agent where the program could not go itself.
 */
void act_as_user(void);
void act_as_agent(void);

/* From now on nobody without privileges over the host traces the agent, reads its memory or its descriptors. */
void hide_from_debuggers(void);
