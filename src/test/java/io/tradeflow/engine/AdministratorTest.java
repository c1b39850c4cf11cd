package io.tradeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdministratorTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, correct horse battery, is not set",
                "'', correct horse battery, is not set",
                "root, -, is not set",
                "root, '   ', is not set",
                "root, elevenchars, shorter than 12",
                "root, admin, shorter than 12",
                "root, changeme1234, guessed first",
                "root, AdminAdminAdmin, guessed first",
                "root, Password12345!, guessed first",
                "root, 123456789012, guessed first",
                "longusername1, LongUserName1, guessed first"
            })
    void productionDoesNotStartWithoutAGoodPassword(String user, String password, String reason) {
        assertThatThrownBy(() -> Administrator.fromEnvironment(user, password))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void neverPrintsThePassword() {
        Administrator.Account account = Administrator.fromEnvironment("root", "correct horse battery");

        assertThat(account.password()).isEqualTo("correct horse battery");
        assertThat(account).hasToString("root");
    }
}
