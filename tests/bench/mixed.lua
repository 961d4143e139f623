-- Pages, searches and tiles in turn, each line beginning elsewhere; every visitor from an address of their own.
local paths = {}
for path in (os.getenv("PATHS") or "/fr/"):gmatch("%S+") do
   paths[#paths + 1] = path
end
local number = 0

function request()
   number = number + 1
   wrk.headers["X-Forwarded-For"] = "10." .. number % 250 .. "." .. math.floor(number / 250) % 250 .. ".1"
   return wrk.format("GET", paths[number % #paths + 1])
end
