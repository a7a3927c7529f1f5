-- The index tells the clocks of a case as the desks do: by the limits that the room has set.
CREATE POLICY projector_limits ON log.events FOR SELECT TO cr_projector USING (kind = 'room_set');
