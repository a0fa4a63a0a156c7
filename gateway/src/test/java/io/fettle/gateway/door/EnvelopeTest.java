package io.fettle.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.fettle.gateway.testsupport.Wire;

@QuarkusTest
class EnvelopeTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        GET  | /v2/users              | 401 | {"Count":0,"Result":[],"Status":"Fail","Message":"Valid credentials are required"}
        POST | /v2/users              | 401 | {"Id":null,"Status":"Fail","Message":"Valid credentials are required"}
        POST | /v1/vulnerability/orgentityid/7 | 401 | {"Id":null,"Status":"Fail","Message":"Valid credentials are required"}
        GET  | /v2/nothing            | 404 | {"Count":0,"Result":[],"Status":"Fail","Message":"There is no such path"}
        POST | /v2/nothing            | 404 | {"Id":null,"Status":"Fail","Message":"There is no such path"}
        GET  | //iAutomateAPI/nothing | 404 | {"statusCode":404,"status":"Fail","message":"There is no such path","result":null}
        POST | /api/v1/Execute/7      | 401 | {"id":null,"status":"Fail","message":"Valid credentials are required"}
        GET  | /api/v1/%2e%2e/x       | 400 | {"id":null,"status":"Fail","message":"The path is malformed"}
        GET  | /token                 | 405 | {"error":"invalid_request","error_description":"The path takes POST"}
        """)
    void aFailureHasTheEnvelopeOfItsFamily(String method, String path, int status, String body) {
        var answer = Wire.call(method, path);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).containsExactly("application/json");
        assertThat(answer.body()).isEqualTo(body);
    }
}
