package io.tradeflow;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: one database, one process engine inside it; see the README for the two commands. */
@SpringBootApplication
public class Tradeflow {

    public static void main(String[] args) {
        SpringApplication.run(Tradeflow.class, args);
    }
}
