package io.tradeflow.quotation;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where buyers reach the portal from outside. */
@Component
public class PublicAddress {

    private final String publicUrl;

    PublicAddress(@Value("${tradeflow.public-url:http://localhost:8080}") String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Any page, by its path from the root. */
    public String of(String path) {
        return publicUrl + path;
    }

    /** The portal page on which a buyer sees the deal and answers. */
    public String ofDeal(String dealNumber) {
        return publicUrl + "/portal/deals/" + dealNumber;
    }
}
