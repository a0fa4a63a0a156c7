-- For wrk: asks for the status of random tickets of BENCH_ORG, which has BENCH_TICKETS. Says so if one was not found.

local threads = {}

function setup(thread)
    table.insert(threads, thread)
end

function init()
    org = os.getenv("BENCH_ORG")
    tickets = tonumber(os.getenv("BENCH_TICKETS"))
    headers = { ["Authorization"] = os.getenv("BENCH_AUTHORIZATION") }
    missing = 0
    math.randomseed(os.time())
end

function request()
    local number = string.format("INC%07d", math.random(0, tickets - 1))
    return wrk.format("GET", "/v2/incident/TicketStatus/" .. number .. "/" .. org, headers)
end

function response(status, headers, body)
    if not body:find("Data Collected", 1, true) then
        missing = missing + 1
    end
end

function done()
    for _, thread in ipairs(threads) do
        if thread:get("missing") > 0 then
            print("Wrong answers: " .. thread:get("missing"))
        end
    end
end
