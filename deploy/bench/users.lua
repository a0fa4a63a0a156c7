-- For wrk: sends each Authorization header of the file BENCH_AUTHORIZATIONS in turn. The requests are put together
-- beforehand, so that little of the machine goes to the client.

function init()
    requests = {}
    for line in io.lines(os.getenv("BENCH_AUTHORIZATIONS")) do
        requests[#requests + 1] = wrk.format("GET", nil, { ["Authorization"] = line })
    end
    count = 0
end

function request()
    count = count % #requests + 1
    return requests[count]
end
