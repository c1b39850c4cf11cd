package io.tradeflow.document;

import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentSettings.class)
class DocumentConfiguration {

    @Bean
    PdfRenderer pdfRenderer(DocumentSettings settings) throws IOException {
        return new PdfRenderer(new Stylesheets(), new Typefaces(settings.fontFolders()));
    }
}
