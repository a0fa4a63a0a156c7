-- For wrk: posts the body in the file BENCH_BODY again and again, each time with other digits for @NUMBER@.

local threads = 0

function setup(thread)
    threads = threads + 1
    thread:set("number", threads)
end

function init()
    local file = assert(io.open(os.getenv("BENCH_BODY")))
    body = file:read("*a")
    file:close()
    headers = {
        ["Authorization"] = os.getenv("BENCH_AUTHORIZATION"),
        ["Content-Type"] = "application/json",
    }
    count = 0
end

function request()
    count = count + 1
    local digits = string.format("INC%02d%010d", number, count)
    return wrk.format("POST", nil, headers, (body:gsub("@NUMBER@", digits)))
end
