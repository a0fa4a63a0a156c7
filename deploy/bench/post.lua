-- For wrk: posts the body in the file BENCH_BODY again and again, each time with other digits for @NUMBER@. The request
-- is put together beforehand, so that little of the machine goes to the client.

local threads = 0
local placeholder = "INC" .. string.rep("#", 12)

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init()
    local file = assert(io.open(os.getenv("BENCH_BODY")))
    local body = file:read("*a"):gsub("@NUMBER@", placeholder)
    file:close()
    local request = wrk.format("POST", nil, {
        ["Authorization"] = os.getenv("BENCH_AUTHORIZATION"),
        ["Content-Type"] = "application/json",
    }, body)
    parts = {}
    for part in (request .. placeholder):gmatch("(.-)" .. placeholder) do
        parts[#parts + 1] = part
    end
    count = 0
end

function request()
    count = count + 1
    return table.concat(parts, string.format("INC%02d%010d", number, count))
end
