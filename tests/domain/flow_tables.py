"""The tables of moves of PRODUCT.md section 2 and of 身份冲突, written out by hand."""

# Columns: verb | from | to | by | the variants of the record for which the line holds (empty: all).
# "-" is a record that does not exist (yet, or any more).
TABLES = {
    "base": """
        save    | - draft                    | draft          | employer |
        save    | rejected                   | rejected       | employer |
        submit  | draft rejected revoked     | waiting_county | employer |
        approve | waiting_county             | waiting_city   | county   |
        approve | waiting_city               | approved       | city     |
        reject  | waiting_county             | rejected       | county   |
        reject  | waiting_city               | rejected       | city     |
        reopen  | waiting_city               | waiting_county | county   |
        reopen  | rejected                   | waiting_county | county   | county
        reopen  | approved                   | waiting_city   | city     |
        reopen  | rejected                   | waiting_city   | city     | city
        save    | approved                   | approved       | employer |
        amend   | approved                   | approved       | employer |
        update  | approved                   | approved       | employer |
        update  | suspended                  | suspended      | employer |
        suspend | approved                   | suspended      | city     |
        resume  | suspended                  | approved       | city     |
        revoke  | approved suspended         | revoked        | city     |
    """,
    "filing": """
        file    | - returned | sent     | city     |
        receive | sent       | received | province |
        return  | sent           | returned | province |
    """,
    "position": """
        add       | -              | waiting_county | employer | county,city county
        add       | -              | waiting_city   | employer | city
        copy      | -              | waiting_county | employer | county,city county
        copy      | -              | waiting_city   | employer | city
        edit      | waiting_county | waiting_county | employer | county,city county
        edit      | waiting_city   | waiting_city   | employer | city
        delete    | waiting_county | -              | employer | county,city county
        delete    | waiting_city   | -              | employer | city
        approve   | waiting_county | waiting_city   | county   | county,city
        approve   | waiting_county | approved       | county   | county
        approve   | waiting_city   | approved       | city     | county,city city
        reject    | waiting_county | rejected       | county   | county,city county
        reject    | waiting_city   | rejected       | city     | county,city city
        reopen    | waiting_city   | waiting_county | county   | county,city
        reopen    | approved       | waiting_city   | city     | county,city city
        reopen    | approved       | waiting_county | county   | county
        reopen    | rejected       | waiting_city   | city     | county,city city
        reopen    | rejected       | waiting_county | county   | county
        publish   | approved       | published      | city     | county,city city
        publish   | approved       | published      | county   | county
        withdraw  | published      | approved       | city     | county,city city
        withdraw  | published      | approved       | county   | county
        withdraw  | published      | withdrawn      | employer |
        republish | withdrawn      | approved       | employer |
        extend    | approved       | approved       | employer |
        extend    | published      | published      | employer |
    """,
    "application": """
        apply    | -        | waiting   | person   |
        withdraw | waiting  | withdrawn | person   |
        switch   | waiting  | withdrawn | person   |
        accept   | waiting  | accepted  | employer |
        reject   | waiting  | rejected  | employer |
        decline  | accepted | cancelled | person   |
        cancel   | accepted | cancelled | employer |
        cancel   | accepted | cancelled | office   |
    """,
    "placement": """
        record          | -                 | unsigned | employer |
        edit            | unsigned rejected | unsigned | employer |
        upload          | unsigned rejected | waiting  | employer |
        approve         | waiting           | approved | office   |
        reject          | waiting           | rejected | office   |
        reopen          | approved rejected | waiting  | office   |
        raise_allowance | approved          | approved | employer |
    """,
    "departure": """
        request | -                                            | waiting_employer    | person   |
       recall|waiting_employer refused waiting_office waiting_certificate waiting rejected|recalled|person|own
        consent | waiting_employer refused                     | waiting_certificate | employer |
        refuse  | waiting_employer                             | refused             | employer |
        appeal  | refused waiting_employer waiting_certificate | waiting_office      | person   | own
        record  | -                                            | waiting_certificate | employer |
        edit    | waiting_certificate rejected                 | waiting_certificate | employer |
        cancel  | waiting_certificate rejected                 | recalled            | employer | recorded
        upload  | waiting_certificate rejected                 | waiting             | employer |
        approve | waiting waiting_office                       | approved            | office   |
        reject  | waiting waiting_office                       | rejected            | office   |
        reopen  | approved rejected                            | waiting             | office   | recorded
        reopen  | approved rejected                            | waiting_office      | office   | own
    """,
    "retention": """
        record | -        | recorded | employer |
        edit   | recorded | recorded | employer |
        revoke | recorded | revoked  | employer |
    """,
    "roster": """
        prepare | -              | draft    | employer |
        discard | draft          | -        | employer | own
        discard | draft          | -        | county   | asked
        submit  | draft returned | sent     | employer |
        return  | sent       | returned | office   |
        accept  | sent           | accepted | office   |
        correct | accepted       | accepted | employer |
        correct | accepted       | accepted | office   |
    """,
    "identity_case": """
        open      | -         | pending     | person |
        merge     | pending   | merged      | county |
        merge     | pending   | merged      | city   |
        hand_over | pending   | handed_over | county |
        hand_over | pending   | handed_over | city   |
        dismiss   | pending   | dismissed   | county |
        dismiss   | pending   | dismissed   | city   |
        reopen    | dismissed | pending     | county |
        reopen    | dismissed | pending     | city   |
    """,
}
