using Extraction.Events;

namespace Extraction.Tests.Events;

[TestClass]
public sealed class EventVocabularyTests
{
    [TestMethod]
    public void Keys_of_each_type_are_among_its_roles()
    {
        foreach (EventType type in Enum.GetValues<EventType>())
        {
            foreach (Role role in EventVocabulary.Keys(type))
                Assert.Contains(role, EventVocabulary.Roles(type));
        }
    }

    [TestMethod]
    public void Every_role_of_each_type_can_be_filled()
    {
        foreach (EventType type in Enum.GetValues<EventType>())
        {
            foreach (Role role in EventVocabulary.Roles(type))
                Assert.IsTrue(Enum.GetValues<EntityType>().Any(entity => EventVocabulary.CanFill(type, role, entity)), $"{type} {role}");
        }
    }

    [TestMethod]
    [DataRow(EventType.Funding, Role.Company, EntityType.Product, false)]
    [DataRow(EventType.Funding, Role.Company, EntityType.Institution, true)]
    [DataRow(EventType.Regulatory, Role.Company, EntityType.Institution, false)]
    [DataRow(EventType.Trial, Role.Indication, EntityType.Indication, true)]
    [DataRow(EventType.Acquisition, Role.Acquired, EntityType.Product, true)]
    public void CanFill_keeps_roles_to_their_entities(EventType type, Role role, EntityType entity, bool expected)
    {
        Assert.AreEqual(expected, EventVocabulary.CanFill(type, role, entity));
    }
}
