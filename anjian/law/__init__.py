"""The law as dated data: editions, charges and penalties, time limits, tariffs, calendars."""
