/* Debian's libcob and libxml2 are of two versions that get on well; libxml2 says so on stderr at the start of every program. This
 * takes the place of what says it. */
extern void xmlInitParser(void) __attribute__((weak));

void xmlCheckVersion(int version)
{
    (void)version;
    if (xmlInitParser) xmlInitParser();
}
