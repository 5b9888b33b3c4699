namespace Extraction.Relations;

/// <summary>Which types of entities a relation may link.</summary>
/// <param name="Type">The relation.</param>
/// <param name="From">Types that it may start from, as bits by <see cref="EntityType"/>.</param>
/// <param name="To">Types that it may lead to.</param>
internal readonly record struct RelationSignature(RelationType Type, int From, int To)
{
    private static readonly int Organisation = Bits(EntityType.Company, EntityType.Investor, EntityType.Institution);

    /// <summary>The relations that are learnt from pairs, in the order of their models.</summary>
    /// <remarks>
    /// <see cref="RelationType.PartOf"/> also links institutions and investors: the gold does so where the text does (a school of a university).
    /// </remarks>
    public static RelationSignature[] Learnt { get; } =
    [
        new(RelationType.Develops, Bits(EntityType.Company, EntityType.Institution), Bits(EntityType.Product)),
        new(RelationType.Targets, Bits(EntityType.Product), Bits(EntityType.Target)),
        new(RelationType.Treats, Bits(EntityType.Product), Bits(EntityType.Indication)),
        new(RelationType.Uses, Bits(EntityType.Product), Bits(EntityType.Modality, EntityType.Platform)),
        new(RelationType.BasedIn, Organisation, Bits(EntityType.Place)),
        new(RelationType.PartOf, Organisation, Organisation),
        new(RelationType.Affiliated, Bits(EntityType.Person), Organisation | Bits(EntityType.Regulator)),
    ];

    /// <summary>Whether the relation may link entities of these types.</summary>
    public bool Allows(EntityType from, EntityType to) => (From >> (int)from & 1) != 0 && (To >> (int)to & 1) != 0;

    private static int Bits(params ReadOnlySpan<EntityType> types)
    {
        int bits = 0;
        foreach (EntityType type in types)
            bits |= 1 << (int)type;
        return bits;
    }
}
