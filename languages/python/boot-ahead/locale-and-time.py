import locale, time
print(locale.setlocale(locale.LC_ALL, None), locale.getlocale(), locale.getpreferredencoding(False), locale.getencoding(), time.tzname, time.timezone, time.daylight)
print(time.strftime('%Z %A', time.gmtime(0)), time.process_time() < 5, 'grüß 😀'.upper(), ascii('ü'))
