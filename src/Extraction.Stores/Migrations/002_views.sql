-- The everyday questions. Lists are joined by "; " because company names hold commas.

-- One row per funding event and company.
CREATE VIEW funding AS
SELECT company.name AS company, event.status, event.date, event.kind, event.round,
       event.amount_value, event.amount_high, event.amount_currency, event.amount_qualifier,
       (SELECT group_concat(name, '; ') FROM (
            SELECT investor.name FROM event_roles AS role JOIN entities AS investor USING (entity_key)
            WHERE role.event_key = event.event_key AND role.role = 'investor' ORDER BY role.position)) AS investors,
       (SELECT group_concat(name, '; ') FROM (
            SELECT lead.name FROM event_roles AS role JOIN entities AS lead USING (entity_key)
            WHERE role.event_key = event.event_key AND role.role = 'lead' ORDER BY role.position)) AS leads,
       event.confidence, article.id AS article_id, article.published, article.source
FROM events AS event
JOIN articles AS article USING (article_key)
LEFT JOIN event_roles AS role ON role.event_key = event.event_key AND role.role = 'company'
LEFT JOIN entities AS company ON company.entity_key = role.entity_key
WHERE event.type = 'funding';

-- One row per company and currency. Rounds told by several articles count once for each article.
CREATE VIEW funding_by_company AS
SELECT company, amount_currency AS currency, count(*) AS events, sum(amount_value) AS amount_told, max(date) AS latest
FROM funding
WHERE status = 'done' AND company IS NOT NULL
GROUP BY company, amount_currency;

-- One row per product name, over all articles.
CREATE VIEW product_pipeline AS
SELECT product.name AS product,
       (SELECT group_concat(name, '; ') FROM (
            SELECT DISTINCT developer.name FROM entities AS p JOIN relations AS r ON r.to_key = p.entity_key AND r.type = 'develops'
            JOIN entities AS developer ON developer.entity_key = r.from_key
            WHERE p.type = 'product' AND p.name = product.name ORDER BY developer.name)) AS developers,
       (SELECT group_concat(name, '; ') FROM (
            SELECT DISTINCT target.name FROM entities AS p JOIN relations AS r ON r.from_key = p.entity_key AND r.type IN ('targets', 'edits', 'delivers')
            JOIN entities AS target ON target.entity_key = r.to_key
            WHERE p.type = 'product' AND p.name = product.name ORDER BY target.name)) AS targets,
       (SELECT group_concat(name, '; ') FROM (
            SELECT DISTINCT modality.name FROM entities AS p JOIN relations AS r ON r.from_key = p.entity_key AND r.type = 'uses'
            JOIN entities AS modality ON modality.entity_key = r.to_key
            WHERE p.type = 'product' AND p.name = product.name ORDER BY modality.name)) AS modalities,
       (SELECT group_concat(name, '; ') FROM (
            SELECT DISTINCT indication.name FROM entities AS p JOIN relations AS r ON r.from_key = p.entity_key AND r.type = 'treats'
            JOIN entities AS indication ON indication.entity_key = r.to_key
            WHERE p.type = 'product' AND p.name = product.name ORDER BY indication.name)) AS indications,
       (SELECT group_concat(phase, '; ') FROM (
            SELECT DISTINCT event.phase FROM entities AS p JOIN event_roles AS role ON role.entity_key = p.entity_key AND role.role = 'product'
            JOIN events AS event USING (event_key)
            WHERE p.type = 'product' AND p.name = product.name AND event.phase IS NOT NULL ORDER BY event.phase)) AS phases,
       count(DISTINCT product.article_key) AS articles
FROM entities AS product
WHERE product.type = 'product'
GROUP BY product.name;
